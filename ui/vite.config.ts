/// <reference types="vitest/config" />
// How the interface is built: one entry, screens as chunks, nothing inlined (the content security policy forbids it).
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, type Plugin } from 'vite';

/** Puts the style sheet before the script, so that the skeleton is painted as early as it can be. */
function styleFirst(): Plugin {
  return {
    name: 'style-first',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(/[ \t]*<link rel="stylesheet"[^>]*>\n?/g) ?? [];
        const rest = links.reduce((page, link) => page.replace(link, ''), html);
        return rest.replace(/[ \t]*<script type="module"/, (script) => links.join('') + script);
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [svelte(), ...(mode === 'test' ? [svelteTesting()] : []), styleFirst()],
  clearScreen: false,
  // The journal in memory reads the guides from the content library.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/crates/practice/content'] } },
  build: {
    target: 'safari17',
    cssTarget: 'safari17',
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test/setup.ts'],
    restoreMocks: true,
    // axe on a whole screen takes seconds when the machine is busy.
    testTimeout: 30_000,
    pool: 'threads',
    maxWorkers: 2,
  },
}));
