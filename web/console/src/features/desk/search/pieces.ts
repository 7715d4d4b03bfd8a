interface Highlight {
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** Cuts a text where marks begin and end; marks that overlap are one. */
export function piecesOf(text: string, highlights: readonly Highlight[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...highlights].sort((one, other) => one.start - other.start)) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
