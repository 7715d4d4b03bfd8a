// Makes the preset sounds of the product from notes: no recording, no sample, nothing of anybody else's. The same bytes
// come out everywhere, so `--check` can tell whether the committed files are those of these scripts.
//
//   node scripts/sounds/generate.mjs [--check]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Mp3Encoder } from '@breezystack/lamejs';
import { pitch, RATE } from './instruments.mjs';
import { tunes } from './tunes.mjs';

const folder = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../../config-service/src/main/resources/sounds',
);
const LOUDEST = 0.84;
const BLOCK = 1152;

/** A small room: four echoes that feed themselves, and less of the highs each time around. */
function room(dry, amount) {
  const wet = Float64Array.from(dry);
  for (const [seconds, feedback] of [
    [0.0297, 0.62],
    [0.0371, 0.6],
    [0.0411, 0.58],
    [0.0437, 0.56],
  ]) {
    const delay = Math.round(seconds * RATE);
    const line = new Float64Array(dry.length);
    let smooth = 0;
    for (let i = 0; i < dry.length; i++) {
      const back = i >= delay ? line[i - delay] : 0;
      smooth = 0.6 * back + 0.4 * smooth;
      line[i] = dry[i] + feedback * smooth;
      if (i >= delay) wet[i] += amount * line[i - delay];
    }
  }
  return wet;
}

function mixed({ seconds, notes }) {
  const mix = new Float64Array(Math.round(seconds * RATE));
  for (const [when, instrument, note, length, level, options] of notes) {
    const samples = instrument(pitch(note), length, options);
    const start = Math.round(when * RATE);
    // Ends are rounded, so that nothing clicks.
    const fade = Math.min(samples.length, Math.round(0.03 * RATE));
    for (let i = 0; i < samples.length && start + i < mix.length; i++) {
      mix[start + i] += level * samples[i] * Math.min(1, (samples.length - i) / fade);
    }
  }
  const wet = room(mix, 0.09);
  const loudest = wet.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const end = Math.round(0.05 * RATE);
  return Int16Array.from(wet, (sample, i) =>
    Math.round((sample / loudest) * LOUDEST * 32_767 * Math.min(1, (wet.length - i) / end)),
  );
}

function mp3(samples, kilobits) {
  const encoder = new Mp3Encoder(1, RATE, kilobits);
  const parts = [];
  for (let i = 0; i < samples.length; i += BLOCK)
    parts.push(encoder.encodeBuffer(samples.subarray(i, i + BLOCK)));
  parts.push(encoder.flush());
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

const files = new Map();
const index = tunes.map((tune) => {
  const bytes = mp3(mixed(tune), tune.kilobits);
  const file = `${tune.id}.mp3`;
  files.set(file, bytes);
  return {
    id: tune.id,
    kind: tune.kind,
    file,
    contentType: 'audio/mpeg',
    bytes: bytes.length,
    durationMilliseconds: Math.round(tune.seconds * 1000),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
});
files.set('presets.json', Buffer.from(`${JSON.stringify(index, null, 2)}\n`));

if (process.argv.includes('--check')) {
  const other = [...files].filter(([name, bytes]) => {
    const path = join(folder, name);
    return !existsSync(path) || !readFileSync(path).equals(bytes);
  });
  for (const [name] of other) console.error(`${name} is not what the scripts make: run npm run sounds`);
  process.exitCode = other.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${String(tunes.length)} sounds, ${String(Math.round(total / 1024))} KiB`);
}
