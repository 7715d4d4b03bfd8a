import { ProblemError } from '@dakenh/api-client';
import { useEffect, useRef, useState } from 'react';
import { useHttp } from '../../api/HttpContext.ts';
import type { Fault, SectionName } from '../contract.ts';
import { sectionPath } from '../contract.ts';

const PAUSE_MILLISECONDS = 250;

export interface PreviewState {
  /** The public document of the last valid content. */
  bootstrap: unknown;
  /** Whether that is what the form holds now. */
  state: 'current' | 'invalid' | 'unreachable';
}

/**
 * Has the server render what the form holds, without storing anything. The same answer judges the form: `onJudged`
 * gets its faults, none when it is valid.
 */
export function usePreview(
  section: SectionName,
  content: unknown,
  onJudged: (faults: readonly Fault[]) => void,
): PreviewState {
  const http = useHttp();
  const [preview, setPreview] = useState<PreviewState>({ bootstrap: undefined, state: 'current' });
  const body = JSON.stringify(content);
  const judge = useRef(onJudged);
  useEffect(() => {
    judge.current = onJudged;
  }, [onJudged]);

  useEffect(() => {
    const asked = new AbortController();
    const ask = async () => {
      try {
        const { value } = await http.post(
          `${sectionPath(section)}/preview`,
          JSON.parse(body),
          (answer) => answer,
          { signal: asked.signal },
        );
        if (asked.signal.aborted) return;
        setPreview({ bootstrap: value, state: 'current' });
        judge.current([]);
      } catch (error) {
        if (asked.signal.aborted) return;
        const faults = error instanceof ProblemError ? error.problem.errors : [];
        setPreview((last) => ({ ...last, state: faults.length > 0 ? 'invalid' : 'unreachable' }));
        if (faults.length > 0) judge.current(faults);
      }
    };
    const timer = window.setTimeout(() => void ask(), PAUSE_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      asked.abort();
    };
  }, [http, section, body]);

  return preview;
}
