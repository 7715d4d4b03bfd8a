import { useEffect, useState } from 'preact/hooks';
import { useTalk } from '../useTalk.ts';
import type { CallsState } from './calls.ts';
import { callsOf } from './calls.ts';

export function useCalls(): CallsState {
  const calls = callsOf(useTalk());
  const [state, setState] = useState(calls.state);
  useEffect(() => {
    const update = (): void => {
      setState(calls.state());
    };
    update();
    const stop = calls.subscribe(update);
    return () => {
      stop();
    };
  }, [calls]);
  return state;
}
