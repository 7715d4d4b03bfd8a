export type { CallSnapshot, CallWire, Remote } from './session.ts';
export { CallSession } from './session.ts';
export type { DeviceList, Trouble } from './devices.ts';
export { listDevices, openMedia, troubleOf } from './devices.ts';
export { elapsedSeconds } from './time.ts';
