import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { CANNED_KEY } from '../../../shared/api/canned.ts';
import { ringing } from '../calls/DeskCalls.ts';
import { useDesk } from '../model/DeskContext.ts';
import { Leader } from './leader.ts';
import { DESK_SETTINGS_KEY, useDeskSettings } from './settings.ts';
import { SoundBox } from './SoundBox.ts';

const GESTURES = ['pointerdown', 'keydown'] as const;
/** Many canned messages change at once when a table is imported; they are loaded once. */
const GATHER_MILLISECONDS = 250;

/** Lets this tab be heard, if it is the one that rings. Stays on every page of the console. */
export function DeskSounds() {
  const desk = useDesk();
  const settings = useDeskSettings();
  const [box] = useState(() => new SoundBox());
  const sounds = useRef(settings.data?.sounds);

  useEffect(() => {
    sounds.current = settings.data?.sounds;
    box.prepare(settings.data?.sounds.message);
    box.prepare(settings.data?.sounds.newConversation);
  }, [box, settings.data]);

  useEffect(() => {
    const { session } = desk.calls;
    const ring = () => {
      const snapshot = session.get();
      const media = ringing(desk.getState().offers, snapshot, session.me()?.state);
      const sound = media === 'video' ? sounds.current?.videoCall : sounds.current?.audioCall;
      box.ring(media !== undefined && leader.leads ? sound : undefined);
    };
    const leader = new Leader('locks' in navigator ? navigator.locks : undefined, ring);
    const stopDesk = desk.subscribe(ring);
    const stopCalls = session.subscribe(ring);
    const forget = () => {
      for (const gesture of GESTURES) window.removeEventListener(gesture, unlock, true);
    };
    const unlock = () => {
      void box.unlock().then((unlocked) => {
        if (!unlocked) return;
        forget();
        leader.takePart();
        box.prepare(sounds.current?.message);
        box.prepare(sounds.current?.newConversation);
      });
    };
    for (const gesture of GESTURES) window.addEventListener(gesture, unlock, true);
    const quiet = desk.onArrival((arrival) => {
      if (!leader.leads) return;
      void box.play(arrival === 'offer' ? sounds.current?.newConversation : sounds.current?.message);
    });
    return () => {
      forget();
      quiet();
      stopDesk();
      stopCalls();
      box.ring(undefined);
      leader.leave();
    };
  }, [box, desk]);

  useFreshSettings();
  return null;
}

/** Loads again what an owner changed, and what may have changed while the connection was lost. */
function useFreshSettings(): void {
  const desk = useDesk();
  const client = useQueryClient();
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const reload = (key: readonly string[]) => void client.invalidateQueries({ queryKey: key });
    const stopSettings = desk.onSettings((section) => {
      if (section === 'sounds') reload(DESK_SETTINGS_KEY);
      if (section === 'canned-messages') {
        clearTimeout(gathering);
        gathering = setTimeout(() => {
          reload(CANNED_KEY);
        }, GATHER_MILLISECONDS);
      }
    });
    const stopReady = desk.onReady(() => {
      reload(DESK_SETTINGS_KEY);
      reload(CANNED_KEY);
    });
    return () => {
      clearTimeout(gathering);
      stopSettings();
      stopReady();
    };
  }, [client, desk]);
}
