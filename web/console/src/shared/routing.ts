import type { ComponentType } from 'react';
import type { Role } from './session/me.ts';

/** One page of a feature; `app` puts them together. */
export interface FeatureRoute {
  path: string;
  roles: readonly Role[];
  load: () => Promise<ComponentType>;
}

export const OWNER = ['owner'] as const;
export const OWNER_AND_AGENT = ['owner', 'agent'] as const;
