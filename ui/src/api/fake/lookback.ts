// The journal in memory: lift, the mission card, the year, the check-in.
import type { FakeJournal } from '../fake';
import type { CheckInGroup, CheckInPoint, CheckInSheet, Commands, Entry, SnagThread, Thread, YearDay } from '../gen/wire';

type Replies = Pick<{ [K in keyof Commands]: (request: Commands[K][0]) => Commands[K][1] }, 'lift_show' | 'lift_never' | 'mission_list' | 'check_in_show' | 'year_show'>;

export const sheet: CheckInSheet = {
  title: 'How was work this week?', intro: 'Nine quick lines about the last seven days. Skip any you like. This is not a test.', days_between: 6,
  scale: [{ value: 1, label: 'Not at all' }, { value: 2, label: 'A little' }, { value: 3, label: 'Some' }, { value: 4, label: 'A lot' }, { value: 5, label: 'Very much' }],
  groups: [
    { id: 'meaning', label: 'Meaning', note: 'What the work gave you.' },
    { id: 'conditions', label: 'Conditions', note: 'How the workplace treated you. This part is not a score of you.' },
    { id: 'fuel', label: 'Fuel', note: 'What you had left.' },
  ],
  items: [
    { id: 'mattered', group: 'meaning', text: 'I could see that my work helped someone.' },
    { id: 'worth-it', group: 'meaning', text: 'My work felt worth doing.' },
    { id: 'used-skill', group: 'meaning', text: 'I used my skills well or learned something.' },
    { id: 'had-a-say', group: 'conditions', text: 'I had some say in how I did my work.' },
    { id: 'backed-up', group: 'conditions', text: 'Someone at work had my back.' },
    { id: 'safe-respected', group: 'conditions', text: 'I felt safe and was treated with respect.' },
    { id: 'energy-left', group: 'fuel', text: 'I had some energy left after my shifts.' },
    { id: 'switch-off', group: 'fuel', text: 'I could switch off from work when I was off.' },
    { id: 'still-warm', group: 'fuel', text: 'I could still feel for the people I serve.' },
  ],
  open_item: 'Anything you want to remember about this week?',
};

const GROUPS: readonly CheckInGroup[] = ['meaning', 'conditions', 'fuel'];
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function pointOf(entry: Entry): CheckInPoint {
  const marks = entry.marks ?? {};
  const values = GROUPS.map((group) => {
    const given = sheet.items.filter((item) => item.group === group).flatMap((item) => marks[item.id] ?? []);
    return { group, value: given.length < 2 ? null : given.reduce((sum, mark) => sum + mark, 0) / given.length };
  });
  return { id: entry.id, day: entry.day, values, marks, line: entry.text };
}

function threads(names: readonly (string | undefined)[]): Thread[] {
  const count = new Map<string, number>();
  for (const name of names) if (name !== undefined) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].map(([name, entries]) => ({ name, entries })).sort((a, b) => b.entries - a.entries);
}

/** Roles that can be tapped; other names were typed. */
const ROLES = ['customer', 'caller', 'patient', 'family member', 'visitor', 'client', 'student', 'teammate', 'other team', 'boss', 'someone else'];

/** What is named twice or more. */
function again<T extends Thread>(all: readonly T[]): T[] {
  return all.filter((one) => one.entries > 1);
}

/** What was in the way and what tripped people up, with its first day. */
function snags(entries: readonly Entry[]): SnagThread[] {
  const named = entries.map((entry) => ({ day: entry.day, name: entry.in_the_way ?? (entry.kind === 'snag' ? entry.text : undefined) }));
  const first = (name: string): string => named.filter((one) => one.name === name).map((one) => one.day).sort()[0] ?? '';
  return again(threads(named.map((one) => one.name))).map((one) => ({ ...one, since: first(one.name) }));
}

function days(entries: readonly Entry[]): YearDay[] {
  const all = new Map<string, YearDay>();
  for (const { day, kind } of [...entries].reverse()) {
    if (kind === 'mission' || kind === 'check-in') continue;
    const known = all.get(day) ?? { day, kinds: [] };
    all.set(day, { day, kinds: [...known.kinds, kind] });
  }
  return [...all.values()];
}

export function lookback(journal: FakeJournal): Replies {
  const never = new Set<string>();
  const picks = () => journal.living().filter((entry) => ['moment', 'kind-word', 'words-that-worked'].includes(entry.kind)).slice(0, 3).filter((entry) => !never.has(entry.id));
  return {
    lift_show: ({ step: at }) => ({
      entry: picks()[at] ?? null, step: at, count: picks().length, hard_day: journal.living().some((entry) => entry.kind === 'hard-day' && entry.day === journal.today),
    }),
    lift_never: ({ id }) => {
      never.add(id);
      return { changes: journal.changes({ entries: false, practice: true }) };
    },
    mission_list: () => journal.living().filter((entry) => entry.kind === 'mission').reverse().sort((a, b) => b.id.localeCompare(a.id))
      .map(({ id, day, answers = [] }) => ({ id, day, answers, line: answers.find((one) => one.field === 'mission')?.text ?? '' })),
    check_in_show: () => {
      const points = journal.living().filter((entry) => entry.kind === 'check-in').map(pointOf).sort((a, b) => a.day.localeCompare(b.day));
      const last = points.at(-1);
      const mayOffer = last === undefined || Date.parse(journal.today) - Date.parse(last.day) >= 6 * 86_400_000;
      const due = mayOffer && journal.settings.check_in === WEEK[new Date(`${journal.today}T12:00:00Z`).getUTCDay()];
      const safe = last?.marks['safe-respected'];
      const notes = safe !== undefined && safe <= 2 ? ['You noted that you did not feel safe or respected. Do you want the ‘When it is not okay’ note?'] : [];
      return { form: sheet, points, may_offer: mayOffer, due, trends: { meaning: null, conditions: points.length >= 8 ? 'lower' : null, fuel: null }, notes };
    },
    year_show: ({ year: wanted }) => {
      const year = wanted ?? Number(journal.today.slice(0, 4));
      const all = journal.living();
      const of = all.filter((entry) => entry.day.startsWith(String(year)));
      const who = threads(of.flatMap((entry) => [entry.who, ...(entry.people ?? [])]));
      return {
        year, years: [...new Set(all.map((entry) => Number(entry.day.slice(0, 4))))].sort((a, b) => a - b), today: journal.today, days: days(of),
        needs: threads(of.map((entry) => entry.need)), pursuits: threads(of.flatMap((entry) => entry.pursuits ?? [])),
        roles: who.filter(({ name }) => ROLES.includes(name)), people: who.filter(({ name }) => !ROLES.includes(name)), tags: threads(of.flatMap((entry) => entry.tags ?? [])),
        drains: again(threads(of.filter((entry) => entry.cost === 'took-a-lot').map((entry) => entry.need ?? entry.who ?? entry.in_the_way))), snags: snags(of),
        helped: all.filter((entry) => entry.kind === 'moment').length, stones: days(all).reduce((sum, day) => sum + day.kinds.length, 0), kept: 0,
      };
    },
  };
}
