import { useState } from 'react';
import { newId } from '../../lib/ids.ts';
import { moved } from './SortableList.tsx';

/** Keys for a list of plain texts, so that a text keeps its place on screen while it moves or others go. */
export function useKeys(length: number) {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const current = Array.from({ length }, (_, index) => keys[index] ?? `new-${String(index)}`);
  return {
    keys: current,
    move: (from: number, to: number) => {
      setKeys(moved(current, from, to));
    },
    remove: (index: number) => {
      setKeys(current.toSpliced(index, 1));
    },
    insert: (index: number) => {
      setKeys(current.toSpliced(index, 0, newId()));
    },
  };
}
