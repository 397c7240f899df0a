// The journal in memory: promises, and what was learned later.
import { plain, type FakeJournal } from '../fake';
import type { Commands, Entry, Promise as Promised, PromiseRow, Promising } from '../gen/wire';

type Replies = Pick<
  { [K in keyof Commands]: (request: Commands[K][0]) => Commands[K][1] },
  'promise_list' | 'promise_add' | 'promise_move' | 'promise_keep' | 'promise_hand_on' | 'promise_let_go' | 'promise_when' | 'ripple_add'
>;

/** A promise that the journal begins with. */
export type SeedPromise = Promising & Partial<Pick<Promised, 'state' | 'closed' | 'entry' | 'handed_to'>>;

function standing(journal: FakeJournal, { by }: Promising): PromiseRow['standing'] {
  if (by === undefined) return 'undated';
  const day = by.slice(0, 10);
  return day === journal.today ? 'due' : day < journal.today ? 'late' : 'later';
}

/** Puts one in. */
export function put(journal: FakeJournal, promising: SeedPromise): PromiseRow {
  const id = `01P${String(journal.promises.length + 1).padStart(5, '0')}`;
  const state = promising.state ?? 'open';
  const row: PromiseRow = { promise: { ...promising, id, state, day: journal.today, made: `${journal.now}:00Z` }, standing: state === 'open' ? standing(journal, promising) : state };
  journal.promises.push(row);
  return row;
}

/** The words of this journal for days: it knows only a few. */
export function whenOf(journal: FakeJournal, said: string): string | null {
  const after = (days: number): string => new Date(Date.parse(`${journal.today}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const day = { today: after(0), tomorrow: after(1), thursday: after(5) }[/today|tomorrow|thursday/.exec(said.toLowerCase())?.[0] ?? ''];
  return day === undefined ? null : said.includes('noon') ? `${day}T12:00` : day;
}

/** The promise that an entry was kept with. */
export function pledged(journal: FakeJournal, { id, promise }: Entry): void {
  if (promise === undefined || promise.what === '') return;
  const { what, to, by, reach } = promise;
  const day = by === undefined ? null : whenOf(journal, by);
  put(journal, { what, entry: id, ...(to === undefined ? {} : { to }), ...(by === undefined ? {} : { said: by }), ...(reach === undefined ? {} : { reach }), ...(day === null ? {} : { by: day }) });
}

export function promises(journal: FakeJournal): Replies {
  const changes = () => journal.changes({ entries: false, promises: true });
  const dated = (promising: Promising): Promising => {
    const by = promising.by ?? (promising.said === undefined ? null : whenOf(journal, promising.said));
    return by === null ? promising : { ...promising, by };
  };
  const find = (id: string): PromiseRow => {
    const row = journal.promises.find((one) => one.promise.id === id);
    if (!row) throw { code: 'not-found', params: {}, trace: 'fake' };
    return row;
  };
  const close = (id: string, state: 'kept' | 'handed-on' | 'let-go', more: Partial<Promised> = {}) => {
    const row = find(id);
    row.promise = { ...row.promise, ...more, state, closed: `${journal.now}:00Z` };
    row.standing = state;
    journal.drafts.delete(`promise:${id}`);
    return { promise: row, changes: changes() };
  };
  return {
    promise_list: () => {
      const answered = journal.promises.filter((row) => row.promise.state !== 'open');
      return {
        rows: [...journal.promises.filter((row) => row.promise.state === 'open'), ...answered],
        kept: answered.filter((row) => row.promise.state === 'kept').length, answered: answered.length, today: journal.today,
      };
    },
    promise_add: ({ promising, entry }) => {
      journal.drafts.delete(entry === null ? 'promise' : `promise:${entry}`);
      return { promise: put(journal, { ...dated(promising), ...(entry === null ? {} : { entry }) }), changes: changes() };
    },
    promise_move: ({ id, promising }) => {
      const row = find(id);
      const { entry, day, made } = row.promise;
      row.promise = { ...dated(promising), id, state: 'open', day, made, ...(entry === undefined ? {} : { entry }) };
      row.standing = standing(journal, row.promise);
      journal.drafts.delete(`promise:${id}`);
      return { promise: row, changes: changes() };
    },
    promise_keep: ({ id }) => close(id, 'kept'),
    promise_hand_on: ({ id, to }) => close(id, 'handed-on', to === null ? {} : { handed_to: to }),
    promise_let_go: ({ id }) => close(id, 'let-go'),
    promise_when: ({ said }) => whenOf(journal, said),
    ripple_add: ({ id, text }) => {
      const entry = journal.find(id);
      entry.ripples = [...(entry.ripples ?? []), { at: `${journal.now}:00Z`, text }];
      return { entry, passages: plain(entry.text), changes: journal.changes() };
    },
  };
}

/** A few promises, for looking at screens. */
export function somePromises(): SeedPromise[] {
  return [
    { what: 'Tell Dev the rota swap worked', by: '2026-11-21', said: 'today' },
    { what: 'Ring the daughter back about the discharge letter', to: 'the daughter', by: '2026-11-19T12:00', said: 'Thursday before noon', reach: 'ward desk, until seven' },
    { what: 'Bring the spare charger for bed by the window', to: 'Mr. Blue Hat', by: '2026-11-26T12:00', said: 'Thursday before noon' },
    { what: 'Ask about the new rota rule', said: 'when the boss is back' },
    { what: 'Find the missing parcel', to: 'the man with the blue hat', by: '2026-11-12', state: 'kept', closed: '2026-11-12T10:20:00Z' },
    { what: 'Write the pump notes down', by: '2026-11-10', state: 'handed-on', handed_to: 'Sam', closed: '2026-11-10T17:02:00Z' },
    { what: 'Stay for the late meeting', state: 'let-go', closed: '2026-11-09T17:02:00Z' },
  ];
}
