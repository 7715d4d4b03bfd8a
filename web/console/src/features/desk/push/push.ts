/** Notices of this browser while the desk is closed (Web Push). */
import type { Http } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder } from '../../../shared/api/decode.ts';

const PUSH = '/api/livetalk/v1/push';
const WORKER = '/sw.js';

const key = decoder(v.object({ publicKey: v.string() }));

export function pushSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64urlOf(bytes: ArrayBuffer | null): string {
  const text = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export async function subscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  const subscription = await registration?.pushManager.getSubscription();
  return subscription !== undefined && subscription !== null;
}

/** False when the person, or the browser, does not want notices. */
export async function subscribe(http: Http): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const registration = await navigator.serviceWorker.register(WORKER);
  await navigator.serviceWorker.ready;
  const { publicKey } = (await http.get(`${PUSH}/key`, key)).value;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  const body = {
    endpoint: subscription.endpoint,
    publicKey: base64urlOf(subscription.getKey('p256dh')),
    auth: base64urlOf(subscription.getKey('auth')),
  };
  await http.put(`${PUSH}/subscriptions`, body, nothing);
  return true;
}

/** The server forgets first: a browser that unsubscribed alone would be written to in vain. */
export async function unsubscribe(http: Http): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  await http.post(`${PUSH}/subscriptions/delete`, { endpoint: subscription.endpoint }, nothing);
  await subscription.unsubscribe();
}
