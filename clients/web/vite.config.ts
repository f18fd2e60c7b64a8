// How the pages are built: six of them, each an HTML file at the root of this folder.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const pages = ['index', 'screen', 'facilitator', 'captain', 'participant', 'print'];

const serviceWorker = 'src/sw.ts';

/** Where `npm run dev` finds a café server; the pages are then at the links that it prints. */
const server = process.env['REBOND_SERVER'] ?? 'http://127.0.0.1:8080';

/** Where the roles whose page has another name find it. */
const pageOfRole: Record<string, string> = { remote: 'participant', expert: 'participant' };

/** Serves /join and /cafes/{id}/{role} while pages are being developed, as the café server does. */
function cafeLinks(): Plugin {
  return {
    name: 'cafe-links',
    configureServer(dev) {
      dev.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const role = /^\/cafes\/[^/]+\/(\w+)$/.exec(path)?.[1] ?? '';
        const page = pageOfRole[role] ?? role;
        if (pages.includes(page)) request.url = `/${page}.html`;
        if (path === '/join' && request.method === 'GET') request.url = '/index.html';
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), cafeLinks()],
  base: '/',
  build: {
    outDir: process.env['REBOND_WEB_OUT'] ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A picture or a font in a data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...pages.map((page) => `${page}.html`), serviceWorker],
      output: {
        // Its name never changes: browsers find a newer one by it.
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId?.endsWith(serviceWorker) ? 'sw.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    proxy: {
      '^/cafes/[^/]+/(live|export)': { target: server, ws: true },
      '/join': { target: server },
    },
  },
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node' },
});
