import type { Http } from '@dakenh/api-client';
import type { CallView, IceConfig } from '@dakenh/socket';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../../shared/api/decode.ts';

const part = v.object({
  id: v.string(),
  kind: v.picklist(['visitor', 'agent']),
  personId: v.string(),
  name: v.fallback(v.string(), ''),
  state: v.picklist(['invited', 'connecting', 'joined', 'left']),
  joinedAt: maybe(v.string()),
});

const call = v.object({
  id: v.string(),
  media: v.picklist(['audio', 'video']),
  state: v.picklist(['ringing', 'claimed', 'connected', 'ended']),
  startedBy: v.picklist(['visitor', 'agent']),
  participants: v.array(part),
  startedAt: v.string(),
  connectedAt: maybe(v.string()),
  endedAt: maybe(v.string()),
  outcome: maybe(v.picklist(['completed', 'missed', 'cancelled', 'failed', 'cut'])),
  reason: maybe(v.string()),
});

/** What a card shows of a call. */
export type PastCall = v.InferOutput<typeof call>;
export type Outcome = NonNullable<CallView['outcome']>;

const calls = decoder(page(call));

const ice = decoder(
  v.object({
    servers: v.array(
      v.object({ urls: v.array(v.string()), username: maybe(v.string()), credential: maybe(v.string()) }),
    ),
    relayOnly: v.boolean(),
  }),
);

export async function loadCalls(http: Http, conversationId: string, signal: AbortSignal) {
  const path = `/api/livetalk/v1/conversations/${conversationId}/calls`;
  return (await http.get(path, calls, { signal })).value.items;
}

/** The servers a call would use. */
export async function loadIce(http: Http): Promise<IceConfig> {
  const { value } = await http.get('/api/livetalk/v1/calls/ice', ice, {});
  return {
    relayOnly: value.relayOnly,
    servers: value.servers.map(({ urls, username, credential }) => ({
      urls,
      ...(username === undefined ? {} : { username }),
      ...(credential === undefined ? {} : { credential }),
    })),
  };
}
