import { createContext, useContext } from 'react';
import type { Fault } from './contract.ts';

export interface SectionFields {
  faults: readonly Fault[];
  warnings: readonly Fault[];
  disabled: boolean;
  touch: (pointer: string) => void;
}

const NO_FIELDS: SectionFields = {
  faults: [],
  warnings: [],
  disabled: false,
  touch: () => undefined,
};

/** Lets a field anywhere below the editor find what is to be said about it. */
export const SectionContext = createContext<SectionFields>(NO_FIELDS);

export function useSectionFields(): SectionFields {
  return useContext(SectionContext);
}
