// Shows the screens with a journal in memory. `dev.html?at=locked&theme=dark&text=150&lang=qps&do=…`; not in the built program.
// `at`: new, locked, busy, damaged, open; `screen`: today, timeline, log, settings; `step`: passphrase, sheet, recover; `empty`; `readonly`; `due`.
import { mount } from 'svelte';
import App from '../App.svelte';
import { fakeJournal, someDays } from '../api/fake';
import type { Contrast, Standing, Theme } from '../api/gen/wire';
import { app, type Screen } from '../state/app.svelte';

const ask = new URLSearchParams(location.search);
const journal = fakeJournal({
  standing: (ask.get('at') as Standing | null) ?? 'open',
  entries: ask.has('empty') ? [] : someDays(),
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

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const press = (words: string): void => [...document.querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.includes(words))?.click();
const type = (selector: string, text: string): void => {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

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
  if (step === 'keys') app.showKeys();
  if (step === 'menu') press('Menu');
}
void play();
