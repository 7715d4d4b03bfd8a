// The tunes: own work, written as notes. `[when, instrument, note, seconds, level, options]`, times in seconds.
// Melodies stay in five-note scales, which sound well over every chord and at home in Vietnam.

import { bell, celesta, marimba, pad, pluck } from './instruments.mjs';

/** Notes one after the other, all alike. */
function line(instrument, start, step, notes, seconds, level, options) {
  return notes.flatMap((note, index) =>
    note === null ? [] : [[start + index * step, instrument, note, seconds, level, options]],
  );
}

function chord(instrument, start, notes, seconds, level) {
  return notes.map((note) => [start, instrument, note, seconds, level]);
}

const tones = [
  { id: 'tone-drop', seconds: 0.9, notes: [...line(marimba, 0, 0.11, ['G5', 'C6'], 0.7, 0.8)] },
  {
    id: 'tone-bell',
    seconds: 1.4,
    notes: [
      [0, bell, 'E6', 1.3, 0.7],
      [0.02, celesta, 'B5', 1, 0.25],
    ],
  },
  { id: 'tone-pluck', seconds: 1.1, notes: [...line(pluck, 0, 0.12, ['A4', 'E5'], 0.9, 0.8)] },
  { id: 'tone-chime', seconds: 1.2, notes: [...line(celesta, 0, 0.09, ['C6', 'E6', 'G6'], 0.9, 0.6)] },
  { id: 'tone-wood', seconds: 0.9, notes: [...line(marimba, 0, 0.1, ['C5', 'C5', 'G5'], 0.5, 0.8)] },
  {
    id: 'tone-lotus',
    seconds: 1.5,
    notes: [...line(pluck, 0, 0.1, ['G4', 'A4', 'C5', 'D5'], 1, 0.7, { soft: 0.35, bend: 0.03 })],
  },
  {
    id: 'tone-glow',
    seconds: 1.3,
    notes: [...chord(pad, 0, ['D5', 'A5'], 1.1, 0.3), [0.12, celesta, 'F#6', 0.9, 0.4]],
  },
];

const morning = ['G4', 'B4', 'D5', 'G5', 'D5', 'B4', 'A4', 'B4'];
const zither = [
  'D5',
  'E5',
  'G5',
  'A5',
  'G5',
  'E5',
  'D5',
  'B4',
  'D5',
  null,
  'A4',
  'B4',
  'D5',
  'E5',
  'D5',
  null,
];
const carillon = ['E6', 'C6', 'D6', 'G5', null, 'G5', 'D6', 'E6', 'C6', null];

const ringtones = [
  {
    id: 'ring-morning',
    seconds: 7.2,
    notes: [
      ...line(marimba, 0, 0.17, [...morning, ...morning], 0.6, 0.7),
      ...line(celesta, 0, 0.68, ['G5', 'D6', 'B5', 'G5'], 1.2, 0.3),
      ...line(
        marimba,
        3.4,
        0.17,
        ['E4', 'G4', 'C5', 'E5', 'C5', 'G4', 'A4', 'C5', 'D5', 'F#5', 'A5', null, 'G5'],
        0.6,
        0.7,
      ),
    ],
  },
  {
    id: 'ring-zither',
    seconds: 7.4,
    notes: [
      ...line(pluck, 0, 0.36, zither, 1.4, 0.75, { soft: 0.3, bend: 0.035 }),
      ...line(pluck, 0, 1.44, ['G3', 'D3', 'G3', 'D3'], 1.9, 0.5, { soft: 0.7 }),
    ],
  },
  {
    id: 'ring-bells',
    seconds: 7,
    notes: [
      ...line(bell, 0, 0.42, carillon, 1.4, 0.5),
      ...line(
        bell,
        0.84,
        0.42,
        carillon.map((note) => note?.replace('6', '5').replace('G5', 'G4') ?? null),
        1.4,
        0.3,
      ),
    ],
  },
  {
    id: 'ring-classic',
    seconds: 6,
    notes: [0, 0.5, 3, 3.5].flatMap((start) => [
      ...line(
        bell,
        start,
        0.05,
        Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? 'A5' : 'C#6')),
        0.3,
        0.32,
      ),
    ]),
  },
];

const river = [
  ['G3', 'B3', 'D4'],
  ['E3', 'G3', 'B3'],
  ['C3', 'E3', 'G3'],
  ['D3', 'F#3', 'A3'],
];
const riverLine = [
  ['G4', 'B4', 'D5', 'B4', 'E5', 'D5'],
  ['G4', 'B4', 'E5', 'B4', 'D5', 'B4'],
  ['G4', 'C5', 'E5', 'D5', 'C5', 'G4'],
  ['A4', 'D5', 'F#5', 'E5', 'D5', 'A4'],
];
const lantern = [
  'A4',
  null,
  'C5',
  'D5',
  null,
  'E5',
  'G5',
  null,
  'E5',
  'D5',
  null,
  'C5',
  'A4',
  null,
  null,
  null,
];
const lanternAgain = [
  'E5',
  null,
  'G5',
  'A5',
  null,
  'G5',
  'E5',
  null,
  'D5',
  'C5',
  'D5',
  null,
  'A4',
  null,
  null,
  null,
];

const waiting = [
  {
    id: 'wait-river',
    seconds: 27,
    notes: [0, 1].flatMap((round) =>
      river.flatMap((notes, bar) => {
        const start = round * 13.2 + bar * 3.3;
        return [
          ...chord(pad, start, notes, 3.7, 0.16),
          ...line(pluck, start, 0.55, riverLine[bar], 1.8, 0.42, { soft: 0.55 }),
          [start + 1.65, celesta, round === 0 ? 'D6' : 'G5', 1.4, 0.14],
        ];
      }),
    ),
  },
  {
    id: 'wait-lantern',
    seconds: 26,
    notes: [
      ...[0, 6.4, 12.8, 19.2].flatMap((start, index) =>
        chord(pad, start, index % 2 === 0 ? ['A3', 'E4'] : ['C4', 'G4'], 6.2, 0.18),
      ),
      ...line(celesta, 0, 0.4, lantern, 1.3, 0.42),
      ...line(celesta, 6.4, 0.4, lanternAgain, 1.3, 0.42),
      ...line(pluck, 12.8, 0.4, lantern, 1.6, 0.5, { soft: 0.5, bend: 0.02 }),
      ...line(celesta, 19.2, 0.4, lanternAgain, 1.3, 0.4),
      ...line(marimba, 12.8, 0.8, ['A3', 'E4', 'A3', 'E4', 'C4', 'G4', 'C4', 'G4'], 0.6, 0.25),
    ],
  },
];

const of = (kind, kilobits) => (tune) => ({ ...tune, kind, kilobits });

export const tunes = [
  ...tones.map(of('tone', 80)),
  ...ringtones.map(of('ringtone', 64)),
  ...waiting.map(of('waiting', 64)),
];
