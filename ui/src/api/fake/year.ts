// A year of somebody's work for the journal in memory: days, threads, two mission cards, check-ins with a gap.
import { rng } from '../../art/stones';
import { addDays } from '../../state/writing';
import type { Entry, Kind, Pursuit } from '../gen/wire';

type Seeds = (Partial<Entry> & { text: string })[];

const KINDS: readonly Kind[] = ['moment', 'moment', 'kind-word', 'lesson', 'moment', 'hard-day', 'quiet-day', 'snag'];
const NEEDS = ['to be heard', 'a straight answer', 'somebody to call back', 'some quiet'];
const WHO = ['customer', 'patient', 'Blue hat', 'teammate'];
const PURSUITS: readonly Pursuit[] = ['made-simple', 'did-right', 'kept-going'];

/** Days before `today`, about two of three weeks with something in them. */
export function someDaysOfAYear(today = '2026-11-19', count = 330): Seeds {
  const random = rng('a year');
  const all: Seeds = [];
  for (let ago = 0; ago < count; ago += 1) {
    const stones = random() < 0.42 ? 1 + Number(random() > 0.66) + Number(random() > 0.88) : 0;
    for (let i = 0; i < stones; i += 1) {
      const n = all.length;
      const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'moment';
      const day = addDays(today, -ago);
      all.push({
        kind, day, happened: `${day}T${String(9 + i).padStart(2, '0')}:10`, text: kind === 'quiet-day' ? '' : `Day ${ago}: ${n % 2 ? 'he had his refund before noon' : 'asking one more question saved two calls'}.`,
        ...(kind === 'moment' ? { who: WHO[n % 4] ?? 'customer', need: NEEDS[n % 4] ?? 'to be heard', pursuits: [PURSUITS[n % 3] ?? 'made-simple'] } : {}),
        tags: n % 5 === 0 ? ['small things'] : n % 7 === 0 ? ['handover'] : [],
      });
    }
  }
  return all;
}

const answers = (limits: string, mission: string) => [
  { field: 'who_comes', text: 'People who have been sent from desk to desk and are fed up.' },
  { field: 'they_expect', text: 'One more voice who wants them off the phone.' },
  { field: 'want_to_be', text: 'The one who listens and does not pass them on.' },
  { field: 'limits', text: limits },
  { field: 'mission', text: mission },
];

/** Two versions of the card, the second in force. */
export function twoMissions(): Seeds {
  return [
    { kind: 'mission', day: '2026-03-02', text: '', answers: answers('In my paid hours.', 'I listen, and I tell people the truth.') },
    { kind: 'mission', day: '2026-10-12', text: '', answers: answers('In my paid hours. Not when I am being abused.', 'I am the person who listens, tells you the truth and calls you back.') },
  ];
}

/** Weekly check-ins before `today`; the fifth week was left out. */
export function someCheckIns(count = 11, today = '2026-11-12'): Seeds {
  const items = ['mattered', 'worth-it', 'used-skill', 'had-a-say', 'backed-up', 'safe-respected', 'energy-left', 'switch-off', 'still-warm'];
  const random = rng('check-ins');
  return Array.from({ length: count + 1 }, (_, i) => i).filter((i) => i !== 4).map((i) => ({
    kind: 'check-in', day: addDays(today, (i - count) * 7), text: i % 4 === 0 ? 'Two people left the team.' : '',
    marks: Object.fromEntries(items.map((item, n) => [item, Math.min(5, Math.max(1, Math.round((n < 3 ? 3.6 : n < 6 ? 3.4 - i * 0.15 : 2.8) + random() * 1.4 - 0.7)))])),
  }));
}
