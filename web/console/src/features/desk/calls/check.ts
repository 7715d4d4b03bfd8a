/** What the check at the beginning of a shift tries; each part says how it went, and none throws. */
import type { IceConfig } from '@dakenh/socket';
import type { Trouble } from '@dakenh/socket/call';
import { openMedia, troubleOf } from '@dakenh/socket/call';

export type Part = 'sound' | 'microphone' | 'camera' | 'network';

export type Result =
  | { state: 'waiting' | 'running' | 'good' }
  | { state: 'quiet' | 'silent' | 'unreachable' | 'unconnected' }
  | { state: 'relayed' | 'direct' }
  | { state: 'trouble'; why: Trouble };

const BEEP_HERTZ = 880;
const BEEP_SECONDS = 0.25;
const LISTEN_MILLISECONDS = 2_500;
const CONNECT_MILLISECONDS = 8_000;
const HEARD = 0.01;
/** Of what was last heard: enough that a busy browser, which looks rarely, misses nothing. */
const SAMPLES = 32_768;

/** Lets the page be heard, by a gesture, and beeps. */
export async function trySound(): Promise<Result> {
  try {
    const context = new AudioContext();
    await context.resume();
    if (context.state !== 'running') return { state: 'silent' };
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = BEEP_HERTZ;
    gain.gain.value = 0.2;
    tone.connect(gain).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + BEEP_SECONDS);
    tone.onended = () => void context.close();
    return { state: 'good' };
  } catch {
    return { state: 'silent' };
  }
}

/** Listens for a moment: a microphone nobody hears is no good one. */
export async function tryMicrophone(): Promise<Result> {
  let stream: MediaStream;
  try {
    stream = await openMedia({ audio: true, video: false });
  } catch (error) {
    return { state: 'trouble', why: troubleOf(error) };
  }
  const context = new AudioContext();
  try {
    await context.resume();
    const listening = context.createAnalyser();
    listening.fftSize = SAMPLES;
    context.createMediaStreamSource(stream).connect(listening);
    const samples = new Float32Array(listening.fftSize);
    const until = performance.now() + LISTEN_MILLISECONDS;
    while (performance.now() < until) {
      listening.getFloatTimeDomainData(samples);
      if (samples.some((sample) => Math.abs(sample) > HEARD)) return { state: 'good' };
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { state: 'quiet' };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await context.close();
  }
}

export async function tryCamera(): Promise<Result> {
  try {
    const stream = await openMedia({ audio: false, video: true });
    for (const track of stream.getTracks()) track.stop();
    return { state: 'good' };
  } catch (error) {
    return { state: 'trouble', why: troubleOf(error) };
  }
}

/** Calls oneself: through the relay where there is one, since that is what difficult networks need. */
export async function tryNetwork(ice: IceConfig): Promise<Result> {
  const relays = ice.servers.some(({ urls }) => urls.some((url) => url.startsWith('turn')));
  const config: RTCConfiguration = {
    iceServers: ice.servers,
    iceTransportPolicy: relays ? 'relay' : 'all',
  };
  const one = new RTCPeerConnection(config);
  const other = new RTCPeerConnection(config);
  try {
    one.onicecandidate = ({ candidate }) => {
      if (candidate) other.addIceCandidate(candidate).catch(() => undefined);
    };
    other.onicecandidate = ({ candidate }) => {
      if (candidate) one.addIceCandidate(candidate).catch(() => undefined);
    };
    const channel = one.createDataChannel('check');
    const opened = new Promise<boolean>((resolve) => {
      channel.onopen = () => {
        resolve(true);
      };
      setTimeout(() => {
        resolve(false);
      }, CONNECT_MILLISECONDS);
    });
    await one.setLocalDescription();
    if (one.localDescription) await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription();
    if (other.localDescription) await one.setRemoteDescription(other.localDescription);
    if (await opened) return { state: relays ? 'relayed' : 'direct' };
    return { state: relays ? 'unreachable' : 'unconnected' };
  } catch {
    return { state: 'unconnected' };
  } finally {
    one.close();
    other.close();
  }
}
