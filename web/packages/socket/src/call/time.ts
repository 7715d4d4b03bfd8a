/** Seconds a call has lasted by the server's clock, whatever this device's clock shows. */
export function elapsedSeconds(since: string, skewMilliseconds: number, now: number): number {
  return Math.max(0, Math.floor((now + skewMilliseconds - Date.parse(since)) / 1000));
}
