// Builds the npm workspaces for Maven and lays the result out as static resources under <target>/classes.
// Every step keeps a stamp with the hash of what it read, and is skipped while that has not changed.
//
//   node scripts/maven-build.mjs --target=<maven build folder> --check=true|false
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=', 2)),
);
const target = resolve(web, options.target ?? 'target');
const check = options.check !== 'false';
const stamps = join(target, 'stamps');
const resources = join(target, 'classes', 'META-INF', 'resources');

/** What ends up where: the console is served at the root, the widget and the trial website at their own paths. */
const parts = [
  {
    name: 'console',
    folder: 'console',
    output: 'console/dist',
    into: '.',
    owns: (entry) => !['widget', 'site'].includes(entry),
  },
  { name: 'widget', folder: 'widget', output: 'widget/dist', into: 'widget/v1' },
  { name: 'site', folder: 'site', output: 'site', into: 'site' },
];
const ignored = new Set(['node_modules', 'dist', 'target', 'coverage', 'test-results']);

function say(text) {
  console.log(`[web] ${text}`);
}

function files(path) {
  const absolute = join(web, path);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .flatMap((entry) => {
      if (ignored.has(entry.name)) return [];
      return entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)];
    })
    .sort();
}

function rootFiles() {
  return readdirSync(web, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.md$|^pom\.xml$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function hash(paths) {
  const digest = createHash('sha256').update(process.version);
  for (const path of paths)
    digest
      .update(path)
      .update('\0')
      .update(readFileSync(join(web, path)))
      .update('\0');
  return digest.digest('hex');
}

function unchanged(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

function mark(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, {
    cwd: web,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(`[web] npm ${args.join(' ')} failed (exit code ${status})`);
    process.exit(1);
  }
}

function install() {
  const stamp = join(web, 'node_modules', '.dakenh-installed');
  const value = hash([
    'package-lock.json',
    ...files('.').filter((path) => /(^|\/)package\.json$/.test(path)),
  ]);
  if (unchanged(stamp, value)) return;
  say('npm ci');
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline');
  mark(stamp, value);
}

function scripts(folder) {
  const manifest = join(web, folder, 'package.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {}) : {};
}

function build(part, value) {
  const stamp = join(stamps, `${part.name}.built`);
  if (unchanged(stamp, value) && existsSync(join(web, part.output))) return;
  if (scripts(part.folder).build) {
    say(`building ${part.name}`);
    npm('run', 'build', '--workspace', part.folder);
  }
  const into = join(resources, part.into);
  if (existsSync(into)) {
    for (const entry of readdirSync(into)) {
      if (part.owns?.(entry) ?? true) rmSync(join(into, entry), { recursive: true });
    }
  }
  cpSync(join(web, part.output), into, {
    recursive: true,
    filter: (source) => !/(^|\/)(node_modules|package\.json)($|\/)/.test(relative(web, source)),
  });
  mark(stamp, value);
}

function verify(name, value, ...commands) {
  const stamp = join(stamps, `${name.replaceAll('/', '-')}.checked`);
  if (unchanged(stamp, value)) return;
  say(`checking ${name}`);
  for (const command of commands) npm('run', ...command);
  mark(stamp, value);
}

const shared = [...rootFiles(), ...files('packages'), ...files('scripts')];
mkdirSync(resources, { recursive: true });
install();
for (const part of parts) build(part, hash([...shared, ...files(part.folder)]));
if (check) {
  const everything = hash([...shared, ...parts.flatMap((part) => files(part.folder))]);
  verify('format-and-lint', everything, ['format:check'], ['lint']);
  const packages = readdirSync(join(web, 'packages')).map((name) => join('packages', name));
  for (const folder of [...packages, ...parts.map((part) => part.folder)]) {
    const commands = ['typecheck', 'test'].filter((name) => scripts(folder)[name]);
    verify(
      folder,
      hash([...shared, ...files(folder)]),
      ...commands.map((name) => [name, '--workspace', folder]),
    );
  }
}
