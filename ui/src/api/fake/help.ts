// The journal in memory: fact notes and help.
import type { FakeJournal } from '../fake';
import type { ChainState, Commands, FactDraft, FactNote, FactVersion, HelpLine } from '../gen/wire';

type Replies = Pick<{ [K in keyof Commands]: (request: Commands[K][0]) => Commands[K][1] }, 'fact_list' | 'fact_keep' | 'fact_draft' | 'fact_save' | 'help_show'>;

export function help(journal: FakeJournal): Replies {
  const notes: FactNote[] = [];
  let links = 0;
  let draft: FactDraft | null = null;
  const seal = (link: number): string => `4f2c9a01b2c${link % 10}`.padEnd(64, '0');
  const last = (): FactVersion | undefined => notes.flatMap((note) => note.versions).find((version) => version.link === links);
  const chain = (): ChainState => ({ state: 'whole', links, since: last()?.written ?? null, seal: last()?.seal.slice(0, 12) ?? null });
  return {
    fact_list: () => structuredClone({ notes, chain: journal.chain ?? chain(), draft }),
    fact_keep: ({ note, writing }) => {
      links += 1;
      const id = note ?? `01F${String(links).padStart(5, '0')}`;
      const is = notes.find((one) => one.id === id) ?? { id, versions: [] };
      if (notes.includes(is)) notes.splice(notes.indexOf(is), 1);
      notes.unshift(is);
      const fact = { link: links, note: id, version: is.versions.length + 1, written: `${journal.now}:00Z`, writing, seal: seal(links) };
      is.versions.push(fact);
      draft = null;
      return { fact, changes: journal.changes({ entries: false, facts: true, undo: false }) };
    },
    fact_draft: (unfinished) => {
      draft = unfinished.writing.account === '' && Object.keys(unfinished.writing).length === 1 ? null : unfinished;
      return {};
    },
    fact_save: () => ({ saved: true, name: 'fact-notes.md' }),
    help_show: () => {
      const open = journal.standing === 'open';
      const { help_region: region, help_hidden: hidden, help_lines: own, count_on: people } = journal.settings;
      return {
        about: 'This journal is for you. It is not a doctor, a lawyer or a way to report. It cannot send help.',
        danger: 'Is someone in danger now? Get to a safe place if you can. Then call your emergency number.',
        self_harm: 'If you are thinking about ending your life or hurting yourself, please talk to someone now. You can call a help line below, day or night. If you can, do not stay alone.',
        notes: NOTES.map(([id, text]) => ({ id, text })),
        // While it is closed every line is there, those of the region that this computer noted first.
        lines: open ? LINES.filter((line) => (region === null || line.region === region) && !hidden.includes(line.name))
          : LINES.toSorted((a, b) => Number(b.region === region) - Number(a.region === region)),
        regions: [{ id: 'us', label: 'United States' }, { id: 'uk', label: 'United Kingdom' }, { id: 'eu', label: 'EU and many other places' }],
        region, checked_on: journal.checked, stale: journal.checked === null || journal.checked < '2025-11-21',
        own: open ? own : [], people: open ? people : [], open,
      };
    },
  };
}

const LINES: HelpLine[] = [
  { kind: 'emergency', region: 'us', name: 'Emergency', how: 'call 911', source: 'memory' },
  { kind: 'emergency', region: 'uk', name: 'Emergency', how: 'call 999 or 112', source: 'memory' },
  { kind: 'emergency', region: 'eu', name: 'Emergency', how: 'call 112', source: 'memory' },
  { kind: 'crisis', region: 'us', name: '988 Suicide & Crisis Lifeline', how: 'call or text 988', source: 'page' },
  { kind: 'crisis', region: 'uk', name: 'Samaritans', how: 'call 116 123', source: 'memory' },
  { kind: 'work', region: 'uk', name: 'Acas', how: 'call 0300 123 1100', source: 'page' },
];

const NOTES: [string, string][] = [
  ['harassment', 'Harassment and bullying are not part of the job. Keep plain facts, tell someone you trust and get advice from a union, HR, a lawyer or a public help line.'],
  ['violence', 'Threats and violence are never part of the job. Get safe first. Then report it and ask for care.'],
  ['unsafe-care', 'If people could get hurt, a calm face is not enough. Tell the person in charge now, and use your safety report system.'],
  ['breaking-rules', 'If you are told to lie, cheat or break the law, you can say no. Ask a union, a lawyer or a watchdog how to report it safely.'],
  ['pay-and-rest', 'Extra care does not have to mean unpaid hours. Log missed breaks and unpaid time as facts.'],
  ['it-is-not-all-you', 'Some things are in your hands. Some are not. A new job, a new team or help from outside can be the right answer.'],
  ['leaving-is-okay', 'You can care about the people you serve and still choose to leave.'],
  ['privacy', 'Use a role or a nickname. Leave out names, birth dates, room, case or phone numbers.'],
  ['notes-can-be-read', 'In a legal case, private notes may have to be shown. Stick to facts in fact notes.'],
  ['hard-writing', 'Writing about something very painful can make you feel worse at first. You can stop at any time.'],
];
