// Writes the types of each service's HTTP contract from docs/api; with --check it only says whether they are current.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const CONTRACTS = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'api');
const OUT = join(import.meta.dirname, '..', 'src', 'generated');
const check = process.argv.includes('--check');

mkdirSync(OUT, { recursive: true });
const stale = [];
for (const file of readdirSync(CONTRACTS).filter((name) => /^[a-z]+\.yaml$/.test(name))) {
  const ast = await openapiTS(pathToFileURL(join(CONTRACTS, file)), { alphabetize: true });
  const text = `// Generated from docs/api/${file}: npm run generate\n\n${astToString(ast)}`;
  const target = join(OUT, `${basename(file, '.yaml')}.ts`);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(target);
  if (!check) writeFileSync(target, text);
}
if (check && stale.length > 0) {
  console.error(`Not current, run "npm run generate": ${stale.map((path) => basename(path)).join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'API types are current.' : `Written: ${String(stale.length)}`);
}
