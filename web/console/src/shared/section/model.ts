import type { Loaded } from './api.ts';
import type { Fault, SectionView } from './contract.ts';
import { same } from './json.ts';

/** What an owner sees in the form before touching it. */
export function startOf<Content>(view: SectionView<Content>): Content {
  return view.draft ?? view.published;
}

export type SaveState = 'unsaved' | 'draft' | 'published' | 'untouched';

export interface EditorState<Content> {
  /** The section as last loaded or saved; its ETag goes with the next write. */
  base: Loaded<Content>;
  content: Content;
  /** What the server said of `content` or of an earlier one. */
  faults: readonly Fault[];
  /** Pointers of the fields that were left once; a fault of a field never visited is not shown before a save. */
  touched: ReadonlySet<string>;
  /** A save was refused: every fault is shown from now on, until the next save works. */
  attempted: boolean;
}

export type EditorEvent<Content> =
  | { type: 'changed'; change: (now: Content) => Content }
  | { type: 'touched'; pointer: string }
  | { type: 'judged'; faults: readonly Fault[] }
  | { type: 'refused'; faults: readonly Fault[] }
  | { type: 'adopted'; loaded: Loaded<Content> }
  | { type: 'rebased'; loaded: Loaded<Content> };

export function editorOf<Content>(loaded: Loaded<Content>): EditorState<Content> {
  return {
    base: loaded,
    content: startOf(loaded.value),
    faults: [],
    touched: new Set(),
    attempted: false,
  };
}

export function reduceEditor<Content>(
  state: EditorState<Content>,
  event: EditorEvent<Content>,
): EditorState<Content> {
  switch (event.type) {
    case 'changed':
      return { ...state, content: event.change(state.content) };
    case 'touched':
      if (state.touched.has(event.pointer)) return state;
      return { ...state, touched: new Set([...state.touched, event.pointer]) };
    case 'judged':
      return { ...state, faults: event.faults };
    case 'refused':
      return { ...state, faults: event.faults, attempted: true };
    case 'adopted':
      return editorOf(event.loaded);
    case 'rebased':
      // Somebody's version becomes the one to build on; what was typed stays.
      return { ...state, base: event.loaded };
  }
}

export function isDirty<Content>(state: EditorState<Content>): boolean {
  return !same(state.content, startOf(state.base.value));
}

export function saveStateOf<Content>(state: EditorState<Content>): SaveState {
  if (isDirty(state)) return 'unsaved';
  if (state.base.value.draft !== undefined) return 'draft';
  return state.base.value.publishedVersion > 0 ? 'published' : 'untouched';
}

/** The faults to be seen now. */
export function shownFaults<Content>(state: EditorState<Content>): readonly Fault[] {
  if (state.attempted) return state.faults;
  return state.faults.filter(({ pointer }) =>
    [...state.touched].some((touched) => pointer === touched || pointer.startsWith(`${touched}/`)),
  );
}
