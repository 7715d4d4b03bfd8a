import type { CallView } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useTalk } from '../useTalk.ts';
import { callsOf } from './calls.ts';
import { Devices } from './Devices.tsx';
import { CallIcon } from './icons.tsx';
import { useCallTexts } from './texts.ts';
import { useCalls } from './useCalls.ts';

interface ControlsProps {
  view: CallView;
  speaker: string | undefined;
  onSpeaker: (deviceId: string) => void;
}

/** Microphone, camera, devices, and the way out. */
export function Controls({ view, speaker, onSpeaker }: ControlsProps): JSX.Element {
  const texts = useCallTexts();
  const talk = useTalk();
  const calls = callsOf(talk);
  const { microphone, camera } = useCalls();
  const [choosing, setChoosing] = useState(false);

  async function turnCamera(): Promise<void> {
    await calls.session.setCamera(!camera);
    // With a picture it is a video call for everybody.
    if (calls.session.get().camera && view.media === 'audio') {
      await talk.socket.call({ type: 'call-switch', callId: view.id, media: 'video' });
    }
  }

  return (
    <>
      {choosing && <Devices speaker={speaker} onSpeaker={onSpeaker} />}
      <div class="call-controls" role="toolbar" aria-label={texts.title[view.media]}>
        <button
          type="button"
          class={`call-tool${microphone ? '' : ' off'}`}
          aria-label={microphone ? texts.mute : texts.unmute}
          title={microphone ? texts.mute : texts.unmute}
          onClick={() => {
            calls.session.setMicrophone(!microphone);
          }}
        >
          <CallIcon name={microphone ? 'microphone' : 'microphoneOff'} />
        </button>
        <button
          type="button"
          class={`call-tool${camera ? '' : ' off'}`}
          aria-label={camera ? texts.cameraOff : texts.cameraOn}
          title={camera ? texts.cameraOff : texts.cameraOn}
          onClick={() => {
            turnCamera().catch(() => undefined);
          }}
        >
          <CallIcon name={camera ? 'video' : 'videoOff'} />
        </button>
        <button
          type="button"
          class="call-tool"
          aria-label={texts.devices}
          title={texts.devices}
          aria-expanded={choosing}
          onClick={() => {
            setChoosing(!choosing);
          }}
        >
          <CallIcon name="settings" />
        </button>
        <button
          type="button"
          class="call-tool call-red"
          aria-label={texts.hangUp}
          title={texts.hangUp}
          data-testid="call-hang-up"
          onClick={calls.hangUp}
        >
          <CallIcon name="hangUp" />
        </button>
      </div>
    </>
  );
}
