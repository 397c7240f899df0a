import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  onwarn(warning, handle) {
    // A person who cannot see or point uses this, too.
    if (warning.code.startsWith('a11y')) throw new Error(`${warning.code}: ${warning.message} (${warning.filename ?? ''})`);
    handle?.(warning);
  },
};
