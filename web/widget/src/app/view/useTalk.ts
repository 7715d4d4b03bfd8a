import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { TalkState } from '../talk/state.ts';
import type { Talk } from '../talk/talk.ts';

export const TalkContext = createContext<Talk | null>(null);

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('no talk around this view');
  return talk;
}

export function useTalkState(): TalkState {
  const talk = useTalk();
  const [state, setState] = useState(talk.state());
  useEffect(() => {
    const update = (): void => {
      setState(talk.state());
    };
    update();
    const stop = talk.subscribe(update);
    return () => {
      stop();
    };
  }, [talk]);
  return state;
}
