// The journal in memory: prompt, guides, forms, the week.
import type { FakeJournal } from '../fake';
import type { Commands, Entry, Form, Prompt } from '../gen/wire';
import { guides } from './library';

type Replies = Pick<{ [K in keyof Commands]: (request: Commands[K][0]) => Commands[K][1] }, 'prompt_today' | 'prompt_begun' | 'prompt_themes' | 'prompt_answer' | 'guide_list' | 'guide_show' | 'form_list' | 'week_show'>;

const prompts: Prompt[] = [
  { id: 'moment-one-person', theme: 'moment', when: 'after', care: 'none', framework: 'one-person-a-day', text: 'Who is one person whose day went a little better because you were there?', taps: [], rest_days: null },
  { id: 'empathy-before-you', theme: 'empathy', when: 'any', care: 'skip-if-abuse', framework: 'pillar-to-post', text: 'Who was hard to deal with, and what may have happened before they reached you?', taps: [], rest_days: null },
];

export const forms: Form[] = [
  {
    kind: 'words-that-worked', opening: { field: 'text', question: 'What did you say that worked?', hint: 'Your own words, as you said them.' },
    fields: [{ field: 'use_again', question: 'When could you use it again?', hint: 'The kind of person, or the kind of trouble.' }],
  },
  {
    kind: 'snag', opening: { field: 'text', question: 'What trips people up?', hint: 'One step, one rule, one form.' },
    fields: [
      { field: 'hurts', question: 'Who does it hurt?', hint: 'The people you serve, your team or you.' },
      { field: 'my_fix', question: 'What would you do about it?', hint: 'Small and rough is fine. It is not yours to fix alone.' },
      { field: 'could_say_yes', question: 'Who could say yes to it?', hint: 'A role will do.' },
    ],
  },
  {
    kind: 'kind-word', opening: { field: 'text', question: 'What did they say, word for word?', hint: 'Their words, without names.' },
    fields: [{ field: 'said_by', question: 'Who said it?', hint: 'A role or a nickname.' }],
  },
  {
    kind: 'fact-note',
    opening: { field: 'text', question: 'What happened?', hint: 'From start to end, in your own words. What you saw and heard. Guesses can stay out.' },
    fields: [
      { field: 'exact_words', question: 'What was said, word for word?', hint: 'As close as you can get. Leave out what you are not sure of.' },
      { field: 'where', question: 'Where was it?', hint: 'The place, or how it reached you.' },
      { field: 'who_saw', question: 'Who else was there, if anyone?', hint: 'Initials or a role will do. No names of customers.' },
      { field: 'other_proof', question: 'What else shows it, if there is anything?', hint: 'Messages, rosters, logs. Note where they are.' },
      { field: 'told', question: 'Who have you told, if anyone, and when?', hint: 'A role and a day.' },
      { field: 'asked_for', question: 'What did you ask for, if anything?', hint: 'And what came of it so far.' },
    ],
  },
];

export function reflect(journal: FakeJournal): Replies {
  let at = 0;
  const card = (prompt = prompts[at]) => {
    return prompt ? { prompt, theme: 'A moment', note: prompt.care === 'skip-if-abuse' ? 'Skip this one if the person threatened, harassed or hurt you. You owe them no kind story.' : null } : null;
  };
  return {
    prompt_today: () => card(),
    prompt_begun: () => prompts.filter(({ id }) => journal.drafts.has(`prompt:${id}`)).flatMap((prompt) => card(prompt) ?? []),
    prompt_themes: () => [
      { title: 'A moment', blurb: 'Catch one good thing you did.', theme: 'moment' }, { title: 'Empathy', blurb: 'See the person, keep your line.', theme: 'empathy' },
    ].map(({ theme, ...words }) => ({ ...words, cards: prompts.filter((prompt) => prompt.theme === theme).flatMap((prompt) => card(prompt) ?? []) })),
    prompt_answer: ({ swap }) => {
      at = swap ? at + 1 : prompts.length;
      return card();
    },
    guide_list: () => guides.map(({ id, tier, title, about, minutes, makes }) => {
      const walked = journal.living().find((entry) => entry.guide?.id === id);
      return { id, tier, title, about, minutes, makes, begun: journal.drafts.has(`guide:${id}`), last: walked?.day ?? null };
    }),
    guide_show: ({ id }) => {
      const guide = guides.find((one) => one.id === id);
      if (!guide) throw { code: 'not-found', params: {}, trace: 'fake' };
      return { guide, draft: journal.drafts.get(`guide:${id}`) ?? null };
    },
    form_list: () => forms,
    week_show: () => {
      const from = new Date(Date.parse(journal.today) - 6 * 86_400_000).toISOString().slice(0, 10);
      const week = journal.living().filter((entry) => entry.day >= from && !['guide', 'mission', 'check-in'].includes(entry.kind)).reverse();
      const count = (fits: (entry: Entry) => boolean): number => week.filter(fits).length;
      return {
        from, to: journal.today, gave: count((e) => e.cost === 'gave-energy'), even: count((e) => e.cost === 'even'), took: count((e) => e.cost === 'took-a-lot'),
        quiet: count((e) => e.kind === 'quiet-day'), hard: count((e) => e.kind === 'hard-day'), entries: week,
        open: journal.handlers.promise_list({}).rows.filter((row) => row.promise.state === 'open'), kept: 0,
      };
    },
  };
}

/** Entries made of answers and marks, for looking at screens. */
export function someWalks(): (Partial<Entry> & { text: string })[] {
  return [
    {
      kind: 'guide', text: '', day: '2026-11-21', guide: { id: 'after-a-hard-call', export: 'ask' },
      answers: [{ field: 'complaint', text: 'I have told this story four times and no one calls me back.' }, { field: 'promise', text: 'Call her Thursday before noon, even if there is no news.' }],
      ripples: [{ at: '2026-11-21T18:00:00Z', text: 'She had her letter on Friday.' }],
    },
    { kind: 'check-in', text: '', day: '2026-11-21', marks: { 'mattered': 4, 'had-a-say': 1, 'energy-left': 2 } },
    { kind: 'kind-word', text: 'You are the one who explains things.', day: '2026-11-21', answers: [{ field: 'said_by', text: 'a daughter' }] },
  ];
}
