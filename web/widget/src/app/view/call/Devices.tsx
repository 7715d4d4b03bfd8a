import type { DeviceList } from '@dakenh/socket/call';
import { listDevices } from '@dakenh/socket/call';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useTalk } from '../useTalk.ts';
import { callsOf } from './calls.ts';
import { useCallTexts } from './texts.ts';
import { useCalls } from './useCalls.ts';

interface ChoiceProps {
  label: string;
  among: MediaDeviceInfo[];
  value: string | undefined;
  onChoose: (deviceId: string) => void;
}

function Choice({ label, among, value, onChoose }: ChoiceProps): JSX.Element | null {
  const texts = useCallTexts();
  if (among.length === 0) return null;
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? among[0]?.deviceId ?? ''}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {among.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || texts.device(index + 1)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which microphone, camera and speaker. */
export function Devices({
  speaker,
  onSpeaker,
}: {
  speaker: string | undefined;
  onSpeaker: (deviceId: string) => void;
}): JSX.Element {
  const texts = useCallTexts();
  const { session } = callsOf(useTalk());
  const { devices, local } = useCalls();
  const [list, setList] = useState<DeviceList>({ microphones: [], cameras: [], speakers: [] });
  useEffect(() => {
    const look = (): void => {
      listDevices().then(setList, () => undefined);
    };
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [local]);
  return (
    <div class="call-devices" role="group" aria-label={texts.devices}>
      <Choice
        label={texts.microphone}
        among={list.microphones}
        value={devices.microphone}
        onChoose={(microphone) => {
          void session.choose({ microphone });
        }}
      />
      <Choice
        label={texts.camera}
        among={list.cameras}
        value={devices.camera}
        onChoose={(camera) => {
          void session.choose({ camera });
        }}
      />
      {'setSinkId' in HTMLMediaElement.prototype && (
        <Choice label={texts.speaker} among={list.speakers} value={speaker} onChoose={onSpeaker} />
      )}
    </div>
  );
}
