import { isProblem, ProblemError } from '@dakenh/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useReducer, useState } from 'react';
import { useErrorText } from '../i18n/useErrorText.ts';
import type { Loaded } from './api.ts';
import { useSectionCalls } from './api.ts';
import type { Fault, SectionDefinition } from './contract.ts';
import type { EditorEvent, EditorState } from './model.ts';
import { editorOf, isDirty, reduceEditor, startOf } from './model.ts';
import { same } from './json.ts';

export type Action = 'save' | 'publish' | 'discard' | 'restore';

export interface Conflict<Content> {
  theirs: Loaded<Content>;
  /** What was being done, to be done again with the newer version as its base. */
  action: Action | undefined;
}

export type Outcome = 'done' | 'refused' | 'conflict' | 'failed';

type Reducer<Content> = (state: EditorState<Content>, event: EditorEvent<Content>) => EditorState<Content>;

/** The life of a section's form: what was typed, what is saved, and what happened in between. */
export function useSectionEditor<Content>(definition: SectionDefinition<Content>, initial: Loaded<Content>) {
  const calls = useSectionCalls(definition);
  const client = useQueryClient();
  const errorText = useErrorText();
  const [state, dispatch] = useReducer<EditorState<Content>, Loaded<Content>, [EditorEvent<Content>]>(
    reduceEditor as Reducer<Content>,
    initial,
    editorOf,
  );
  const [busy, setBusy] = useState<Action>();
  const [conflict, setConflict] = useState<Conflict<Content>>();
  const [problem, setProblem] = useState<string>();

  const failed = async (error: unknown, action: Action): Promise<Outcome> => {
    if (isProblem(error, 'etag-mismatch')) {
      try {
        setConflict({ theirs: await calls.load(), action });
        return 'conflict';
      } catch (unread) {
        setProblem(errorText.of(unread));
        return 'failed';
      }
    }
    if (error instanceof ProblemError && error.problem.errors.length > 0) {
      dispatch({ type: 'refused', faults: error.problem.errors });
      return 'refused';
    }
    setProblem(errorText.of(error));
    return 'failed';
  };

  const run = async (action: Action, work: () => Promise<Loaded<Content>>): Promise<Outcome> => {
    setProblem(undefined);
    setBusy(action);
    try {
      dispatch({ type: 'adopted', loaded: await work() });
      void client.invalidateQueries({ queryKey: ['sections'] });
      void client.invalidateQueries({ queryKey: ['section-versions', definition.section] });
      return 'done';
    } catch (error) {
      return await failed(error, action);
    } finally {
      setBusy(undefined);
    }
  };

  const publishFrom = async (base: Loaded<Content>): Promise<Loaded<Content>> => {
    let saved = base;
    if (!same(state.content, startOf(base.value))) {
      saved = await calls.saveDraft(state.content, base.etag);
      // The draft is safe from here on: should publishing fail, trying again starts from it.
      dispatch({ type: 'rebased', loaded: saved });
    }
    return saved.value.draft === undefined ? saved : calls.publish(saved.etag);
  };

  const start = (action: 'save' | 'publish' | 'discard', base: Loaded<Content>): Promise<Outcome> => {
    switch (action) {
      case 'save':
        return run('save', () => calls.saveDraft(state.content, base.etag));
      case 'publish':
        return run('publish', () => publishFrom(base));
      case 'discard':
        return run('discard', () =>
          base.value.draft === undefined ? Promise.resolve(base) : calls.discardDraft(base.etag),
        );
    }
  };

  return {
    state,
    dirty: isDirty(state),
    busy,
    conflict,
    problem,
    change: (change: Content | ((now: Content) => Content)) => {
      dispatch({
        type: 'changed',
        change: typeof change === 'function' ? (change as (now: Content) => Content) : () => change,
      });
    },
    touch: (pointer: string) => {
      dispatch({ type: 'touched', pointer });
    },
    judge: (faults: readonly Fault[]) => {
      dispatch({ type: 'judged', faults });
    },
    save: () => start('save', state.base),
    publish: () => start('publish', state.base),
    discard: () => start('discard', state.base),
    restore: (version: number) => run('restore', () => calls.restore(version, state.base.etag)),
    /** Takes up what somebody else saved, or shows both versions when there is something to lose. */
    catchUp: async () => {
      try {
        const theirs = await calls.load();
        if (theirs.value.version <= state.base.value.version) return;
        if (isDirty(state)) setConflict({ theirs, action: undefined });
        else dispatch({ type: 'adopted', loaded: theirs });
      } catch (error) {
        setProblem(errorText.of(error));
      }
    },
    resolve: {
      keepEditing: () => {
        setConflict(undefined);
      },
      takeTheirs: () => {
        if (conflict) dispatch({ type: 'adopted', loaded: conflict.theirs });
        setConflict(undefined);
      },
      overwrite: async (): Promise<Outcome> => {
        if (!conflict) return 'failed';
        const { theirs, action } = conflict;
        setConflict(undefined);
        dispatch({ type: 'rebased', loaded: theirs });
        return start(action === 'publish' || action === 'discard' ? action : 'save', theirs);
      },
    },
  };
}

export type SectionEditorControl<Content> = ReturnType<typeof useSectionEditor<Content>>;
