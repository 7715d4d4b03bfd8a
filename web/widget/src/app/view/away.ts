import type { Fault, StartFields } from '../form.ts';

/** What the form asks besides while nobody is there to answer. */
export interface Away {
  /** What is missing then, by key. */
  faults: () => Record<string, Fault>;
  complete: (fields: StartFields) => StartFields;
}
