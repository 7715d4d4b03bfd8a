import { minutesVi } from '../locale.ts';

export type Media = keyof typeof minutesVi.medias;
export type Outcome = keyof typeof minutesVi.outcomes;
type CallState = keyof typeof minutesVi.states;

export const MEDIA: readonly Media[] = ['audio', 'video'];
export const OUTCOMES: readonly Outcome[] = ['completed', 'missed', 'cancelled', 'failed', 'cut', 'lost'];

export const isOutcome = (text: string): text is Outcome => Object.hasOwn(minutesVi.outcomes, text);
export const isCallState = (text: string): text is CallState => Object.hasOwn(minutesVi.states, text);
