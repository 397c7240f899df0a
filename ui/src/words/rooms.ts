// The words of the rooms. They are not in the first picture: whoever shows a room imports this file before it speaks.
import { words } from './words.svelte';

words.add(
  import.meta.glob<string>(['./en/*.ftl', '!./en/app.ftl', '!./en/faults.ftl', '!./en/opening.ftl'], { query: '?raw', import: 'default', eager: true }),
);
