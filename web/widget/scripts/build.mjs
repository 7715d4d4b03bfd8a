// Builds the widget into dist/: loader.js for host pages, app.html with one hashed script for the frame, preview.html
// with another one for the console.
// Fails when a part grows over its budget of compressed bytes.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const shared = { root, base: './', logLevel: 'warn', configFile: join(root, 'vite.config.ts') };
const output = { target: 'es2022', emptyOutDir: false, assetsInlineLimit: 0, modulePreload: false };

rmSync(dist, { recursive: true, force: true });
// The app names each of its parts, so their names are short.
const parts = { chunkFileNames: 'assets/[hash:6].js' };
await build({
  ...shared,
  build: { ...output, rollupOptions: { input: join(root, 'app.html'), output: parts } },
});
// Apart from the app, so that no visitor loads a chunk that only the preview asked for.
await build({ ...shared, build: { ...output, rollupOptions: { input: join(root, 'preview.html') } } });
await build({
  ...shared,
  build: {
    ...output,
    lib: {
      entry: join(root, 'src/loader/loader.ts'),
      formats: ['iife'],
      name: 'dakenhWidget',
      fileName: () => 'loader.js',
    },
  },
});
await build({
  ...shared,
  build: {
    ...output,
    lib: {
      entry: join(root, 'src/api/api.ts'),
      formats: ['es'],
      fileName: () => 'api.js',
    },
  },
});
// For browsers without constructed style sheets only.
const sheets = ['style.css', 'view/receipt.css', 'view/extras/extras.css', 'view/call/call.css'].map(
  (name) => `src/app/${name}`,
);
writeFileSync(join(dist, 'app.css'), sheets.map((path) => readFileSync(join(root, path), 'utf8')).join(''));

const size = (path) =>
  brotliCompressSync(readFileSync(join(dist, path)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;
// What the app's page names; the preview's is no visitor's.
const page = readFileSync(join(dist, 'app.html'), 'utf8');
const assets = readdirSync(join(dist, 'assets'));
const named = new Set(assets.filter((name) => page.includes(name)));
// And what those need before they can run; parts that are fetched when they are needed are not counted.
for (const name of named) {
  const script = readFileSync(join(dist, 'assets', name), 'utf8');
  for (const other of assets) {
    if (new RegExp(`(?:from|import)\\s*["']\\./${other}["']`).test(script)) named.add(other);
  }
}
const scripts = [...named].map((name) => join('assets', name));
const sizes = Object.fromEntries(['loader.js', 'app.html', ...scripts].map((path) => [path, size(path)]));
const openChat = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
// Budgets: product promises; goals: where we stay while we can, so that features to come have room.
const rows = [
  { part: 'loader', bytes: sizes['loader.js'], budget: 8 * 1024, goal: 8_150 },
  { part: 'open chat (loader + app + styles)', bytes: openChat, budget: 35 * 1024, goal: 35_000 },
];
for (const { part, bytes, budget, goal } of rows) {
  console.log(`${part}: ${bytes} bytes brotli (budget ${budget}, goal ${goal})`);
}
writeFileSync(
  join(dist, 'sizes.json'),
  `${JSON.stringify({ filesBytes: sizes, loaderBytes: sizes['loader.js'], openChatBytes: openChat }, null, 2)}\n`,
);
const over = rows.filter(({ bytes, budget }) => bytes > budget);
if (over.length > 0) {
  console.error(`Over budget: ${over.map(({ part }) => part).join(', ')}`);
  process.exit(1);
}
