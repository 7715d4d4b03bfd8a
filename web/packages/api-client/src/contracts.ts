import type { components as Billing } from './generated/billing.ts';
import type { components as Channels } from './generated/channels.ts';
import type { components as Config } from './generated/config.ts';
import type { components as Livetalk } from './generated/livetalk.ts';
import type { components as Referral } from './generated/referral.ts';
import type { components as Routing } from './generated/routing.ts';

/** The shapes each service promises in docs/api. */
export interface Contracts {
  billing: Billing['schemas'];
  channels: Channels['schemas'];
  config: Config['schemas'];
  livetalk: Livetalk['schemas'];
  referral: Referral['schemas'];
  routing: Routing['schemas'];
}

/**
 * What a client reads of a contract. It does not compile when the contract has no such member, or one of another
 * type: a service that drops or changes what a screen needs is noticed by the type check.
 */
export type Reads<
  Contract,
  Part extends {
    [Member in keyof Part]: Member extends keyof Contract ? Contract[Member] | undefined : never;
  },
> = Part;
