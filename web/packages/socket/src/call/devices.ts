/** Microphones and cameras, and in plain terms why there is none. */

/** `denied`: by the person or the page; `missing`: none there; `busy`: another program has it; `insecure`: no https. */
export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure';

export interface DeviceList {
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

export interface Wanted {
  microphone?: string | undefined;
  camera?: string | undefined;
}

const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

export function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'TypeError' || name === 'NotSupportedError') return 'insecure';
  return 'busy';
}

/** Browsers hide these on pages without https. */
function devices(): MediaDevices {
  const found = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (!found) throw new TypeError('no media devices on this page');
  return found;
}

function exactly(deviceId: string | undefined): { deviceId?: { exact: string } } {
  return deviceId === undefined ? {} : { deviceId: { exact: deviceId } };
}

/** Asks for the microphone, the camera, or both. Rejects with what `troubleOf` explains. */
export async function openMedia(
  kinds: { audio: boolean; video: boolean },
  wanted: Wanted = {},
): Promise<MediaStream> {
  return devices().getUserMedia({
    audio: kinds.audio
      ? {
          ...exactly(wanted.microphone),
          echoCancellation: true,
          noiseSuppression: true,
          autoGainControl: true,
        }
      : false,
    video: kinds.video
      ? { ...VIDEO, ...(wanted.camera === undefined ? { facingMode: 'user' } : exactly(wanted.camera)) }
      : false,
  });
}

/** What there is to choose from; names only once a device was allowed. */
export async function listDevices(): Promise<DeviceList> {
  const all = await devices().enumerateDevices();
  const of = (kind: MediaDeviceKind): MediaDeviceInfo[] =>
    all.filter((device) => device.kind === kind && device.deviceId !== '');
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}
