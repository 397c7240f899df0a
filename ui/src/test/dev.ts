// Shows the screens with a journal in memory. `dev.html?at=locked&theme=dark&text=150&lang=qps&do=…`; not in the built program.
// `at`: new, locked, busy, damaged, open; `screen`: any room; `year`: a full year; `lift`; `step`: passphrase, sheet, recover; `empty`; `readonly`; `due`.
import { mount } from 'svelte';
import App from '../App.svelte';
import { fakeJournal, someDays, somePromises, someWalks } from '../api/fake';
import { someCheckIns, someDaysOfAYear, twoMissions } from '../api/fake/year';
import type { Contrast, Standing, Theme } from '../api/gen/wire';
import { app, type Screen } from '../state/app.svelte';
import { reflect } from '../state/reflect.svelte';

const ask = new URLSearchParams(location.search);
const journal = fakeJournal({
  standing: (ask.get('at') as Standing | null) ?? 'open',
  entries: ask.has('empty') ? [] : ask.has('year') ? [...someDays(), ...someDaysOfAYear(), ...twoMissions(), ...someCheckIns()] : [...(ask.has('walks') ? someWalks() : []), ...someDays()],
  promises: ask.has('empty') ? [] : somePromises(),
  read_only: ask.has('readonly'),
  sheet_confirmed: !ask.has('due'),
  sheet_gone: ask.get('due') === 'gone',
  backups: [
    { name: 'c', made: '2026-11-20T07:12:00Z', entries: 212, bytes: 402_000 },
    { name: 'b', made: '2026-11-13T07:05:00Z', entries: 205, bytes: 398_000 },
    { name: 'a', made: '2026-10-30T06:58:00Z', entries: 187, bytes: 360_000 },
  ],
  device: {
    theme: (ask.get('theme') as Theme | null) ?? 'light',
    contrast: (ask.get('contrast') as Contrast | null) ?? 'system',
    text_size: Number(ask.get('text') ?? 100),
    language: ask.get('lang') ?? 'en',
  },
});
journal.delay = Number(ask.get('delay') ?? 30);

if (ask.has('checkin')) journal.settings.check_in = 'saturday';

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const press = (words: string): void => [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.includes(words))?.click();
const type = (selector: string, text: string): void => {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** The states of Today's box. */
function onToday(step: string | null): void {
  if (step === 'details') press('Details');
  if (step === 'promise') [...document.querySelectorAll<HTMLElement>('form button')].find((one) => one.textContent?.includes('Promise'))?.click();
  if (step === 'hard') document.querySelector<HTMLInputElement>('input[value="hard-day"]')?.click();
  if (step === 'words') document.querySelector<HTMLInputElement>('input[value="kind-word"]')?.click();
  if (step === 'write') press('Write');
}

async function play(): Promise<void> {
  mount(App, { target: document.getElementById('app') as HTMLElement });
  await wait(250);
  app.go((ask.get('screen') as Screen | null) ?? 'today');
  const step = ask.get('step');
  if (step === 'typed') type('textarea', 'Mrs O. wouldn’t let anyone near the dressing. I sat down and asked about the photo on her locker.');
  if (step === 'passphrase' || step === 'own' || step === 'weak' || step === 'sheet') {
    type('textarea', 'Mrs O. let me change the dressing.');
    await wait(50);
    press('Keep this moment');
    await wait(150);
  }
  if (step === 'own' || step === 'weak') {
    press('Use my own words');
    await wait(50);
  }
  if (step === 'weak') type('input', 'cat');
  if (step === 'weak' || step === 'sheet') {
    await wait(50);
    press('Make my journal');
  }
  if (step === 'wrong') {
    type('input', 'river');
    await wait(50);
    press('Open');
  }
  if (step === 'recover') press('Use my recovery sheet');
  onToday(step);
  if (step === 'notes' || step === 'fact') app.notOkay();
  if (step === 'ahead') press('Get help');
  if (step === 'fact') await noted();
  if (step === 'keys') app.showKeys();
  if (step === 'menu') press('Menu');
  if (step?.startsWith('guide:')) await walked(step);
  if (step === 'prompt') await reflect.write();
  if (ask.has('lift')) app.lift();
  // `press=Another|That is enough`: presses buttons, one after the other.
  for (const words of ask.get('press')?.split('|') ?? []) {
    await wait(250);
    press(words);
  }
  const scroll = ask.get('scroll');
  await wait(250);
  if (scroll !== null) document.querySelector(scroll)?.scrollIntoView({ block: 'start' });
}

/** Writes a fact note and a further version of it. */
async function noted(): Promise<void> {
  await wait(300);
  type('form textarea', 'The manager stood in the door of the break room and shouted at me for four minutes. Two visitors were there.');
  await wait(50);
  press('Keep this note');
  await wait(300);
  press('Add to this note');
  await wait(200);
  type('form textarea', 'The manager stood in the door of the break room and shouted at me for about five minutes. Two visitors were there. I asked her to stop.');
  await wait(50);
  press('Keep this note');
  await wait(300);
  if (ask.has('list')) press('All fact notes');
}

/** `guide:<id>` opens a guide; `guide:<id>:3` answers three of its steps first; `hard` marks a hard day. */
async function walked(step: string): Promise<void> {
  const [, id = '', many = ''] = step.split(':');
  await reflect.begin(id);
  await wait(200);
  const { walk } = reflect;
  if (walk === null || many === '') return;
  if (walk.at < 0) walk.at = 0;
  for (let i = 0; i < Number(many); i += 1) {
    if (walk.step) walk.write(walk.step.field, walk.step.example);
    walk.next();
  }
  if (ask.has('type') && walk.step) walk.write(walk.step.field, walk.step.example);
  if (ask.has('pause')) walk.pause.offered = true;
  if (ask.has('keep')) await walk.keep();
}
void play();
