// Instruments made of arithmetic only: additive synthesis for what is struck, Karplus and Strong's string for what is
// plucked. Every instrument answers with samples for one note; nothing is random but a seeded noise.

export const RATE = 44_100;

const SEMITONES = { C: -9, D: -7, E: -5, F: -4, G: -2, A: 0, B: 2 };

/** Frequency of a note such as `G4` or `F#5`. */
export function pitch(note) {
  const [, letter, sharp, octave] = /^([A-G])(#?)(\d)$/.exec(note);
  const steps = SEMITONES[letter] + (sharp === '#' ? 1 : 0) + 12 * (Number(octave) - 4);
  return 440 * 2 ** (steps / 12);
}

/** The same noise on every machine and in every run. */
function noise(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Partials `[ratio, level, seconds until it fades to a third]`, struck at once. */
function struck(partials, attackSeconds) {
  return (frequency, seconds) => {
    const samples = new Float64Array(Math.round(seconds * RATE));
    for (const [ratio, level, decay] of partials) {
      const step = (2 * Math.PI * frequency * ratio) / RATE;
      if (frequency * ratio > RATE / 2.2) continue;
      for (let i = 0; i < samples.length; i++) {
        const time = i / RATE;
        const attack = Math.min(1, time / attackSeconds);
        samples[i] += level * attack * Math.exp(-time / decay) * Math.sin(step * i);
      }
    }
    return samples;
  };
}

export const bell = struck(
  [
    [1, 0.55, 0.9],
    [2.01, 0.28, 0.55],
    [2.76, 0.2, 0.35],
    [5.4, 0.1, 0.16],
    [8.93, 0.04, 0.07],
  ],
  0.003,
);

export const celesta = struck(
  [
    [1, 0.7, 0.5],
    [2, 0.12, 0.35],
    [4, 0.2, 0.18],
    [6.1, 0.04, 0.06],
  ],
  0.002,
);

export const marimba = struck(
  [
    [1, 0.8, 0.26],
    [3.93, 0.24, 0.08],
    [9.2, 0.07, 0.03],
  ],
  0.002,
);

/** A soft swell with a slow tremor. */
export function pad(frequency, seconds) {
  const samples = new Float64Array(Math.round(seconds * RATE));
  const rise = Math.min(0.9, seconds / 3);
  for (const [ratio, level, detune] of [
    [1, 0.5, 0.35],
    [1, 0.5, -0.35],
    [2, 0.16, 0.2],
    [3, 0.05, -0.2],
  ]) {
    const step = (2 * Math.PI * (frequency * ratio + detune)) / RATE;
    for (let i = 0; i < samples.length; i++) {
      const time = i / RATE;
      const envelope = Math.min(1, time / rise) * Math.min(1, (seconds - time) / rise);
      const tremor = 1 + 0.06 * Math.sin(2 * Math.PI * 4.3 * time);
      samples[i] += level * envelope * envelope * tremor * Math.sin(step * i);
    }
  }
  return samples;
}

/** A plucked string: a burst of noise that runs around and loses its edges. `bend` lifts the pitch a little first. */
export function pluck(frequency, seconds, { soft = 0.5, bend = 0 } = {}) {
  const samples = new Float64Array(Math.round(seconds * RATE));
  const random = noise(Math.round(frequency * 97));
  const longest = Math.ceil(RATE / frequency) + 2;
  const string = new Float64Array(longest);
  let last = 0;
  for (let i = 0; i < longest; i++) {
    last = soft * last + (1 - soft) * random();
    string[i] = last;
  }
  let at = 0;
  let before = 0;
  for (let i = 0; i < samples.length; i++) {
    const time = i / RATE;
    const lifted = frequency * (1 + bend * Math.exp(-time / 0.09));
    const delay = RATE / lifted - 0.5;
    const whole = Math.floor(delay);
    const part = delay - whole;
    const one = string[(at - whole + 4 * longest) % longest];
    const next = string[(at - whole - 1 + 4 * longest) % longest];
    const sample = one * (1 - part) + next * part;
    const damped = 0.996 * (0.5 * sample + 0.5 * before);
    before = sample;
    string[at % longest] = damped;
    at = (at + 1) % longest;
    samples[i] = 2.2 * damped;
  }
  return samples;
}
