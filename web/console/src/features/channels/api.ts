import type { Http } from '@dakenh/api-client';
import { etagOf } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const KINDS = ['facebook', 'zalo'] as const;
const CHANNELS = '/api/channels/v1/channels';
const SESSIONS = '/api/channels/v1/link-sessions';
export const CHANNELS_KEY = ['channels'] as const;

export type Kind = (typeof KINDS)[number];

const channelSchema = v.object({
  id: v.string(),
  kind: v.picklist(KINDS),
  name: v.string(),
  pictureUrl: maybe(v.string()),
  state: v.string(),
  missingPermissions: v.optional(v.array(v.string()), []),
  lastEventAt: maybe(v.string()),
  lastErrorCode: maybe(v.string()),
  lastErrorAt: maybe(v.string()),
  version: v.number(),
  health: maybe(
    v.object({
      subscribed: maybe(v.boolean()),
      dataAccessExpiresAt: maybe(v.string()),
      waitingMessages: v.fallback(v.number(), 0),
      pausedUntil: maybe(v.string()),
    }),
  ),
});

export type Channel = v.InferOutput<typeof channelSchema>;

const channels = decoder(page(channelSchema));
const channel = decoder(channelSchema);

const providers = decoder(
  page(
    v.object({
      kind: v.picklist(KINDS),
      configured: v.boolean(),
      reachable: maybe(v.boolean()),
    }),
  ),
);

const pageSchema = v.object({
  externalId: v.string(),
  name: v.string(),
  pictureUrl: maybe(v.string()),
  linkable: v.boolean(),
  reason: maybe(v.string()),
  linked: v.boolean(),
});

export type LinkPage = v.InferOutput<typeof pageSchema>;

const sessionSchema = v.object({
  id: v.string(),
  kind: v.picklist(KINDS),
  state: v.picklist(['waiting', 'choose', 'linked', 'refused', 'failed', 'expired']),
  dialogUrl: maybe(v.string()),
  failureCode: maybe(v.string()),
  missingPermissions: v.optional(v.array(v.string()), []),
  pages: v.optional(v.array(pageSchema), []),
  channelIds: v.optional(v.array(v.string()), []),
});

export type LinkSession = v.InferOutput<typeof sessionSchema>;

const session = decoder(sessionSchema);
const choice = decoder(
  v.object({
    linked: v.array(v.object({ id: v.string(), name: v.string() })),
    failed: v.array(v.object({ externalId: v.string(), code: v.string() })),
  }),
);

export function useChannels(everyMilliseconds = 15_000) {
  const http = useHttp();
  return useQuery({
    queryKey: CHANNELS_KEY,
    queryFn: async ({ signal }) =>
      (await http.get(CHANNELS, channels, { query: { limit: 100 }, signal })).value.items,
    // States change at the providers; nobody pushes them here.
    refetchInterval: everyMilliseconds,
  });
}

export function useProviders() {
  const http = useHttp();
  return useQuery({
    queryKey: ['providers'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/channels/v1/providers', providers, { signal })).value.items,
  });
}

/** Begins the provider's dialog; the answer says where it is. */
export async function beginLink(http: Http, kind: Kind, returnPath: string): Promise<LinkSession> {
  return (await http.post(SESSIONS, { kind, returnPath }, session)).value;
}

export async function loadSession(http: Http, id: string, signal: AbortSignal): Promise<LinkSession> {
  return (await http.get(`${SESSIONS}/${encodeURIComponent(id)}`, session, { signal })).value;
}

export async function choosePages(http: Http, id: string, externalIds: readonly string[]) {
  return (await http.post(`${SESSIONS}/${encodeURIComponent(id)}/choice`, { externalIds }, choice)).value;
}

export async function checkChannel(http: Http, { id }: Channel): Promise<Channel> {
  return (await http.post(`${CHANNELS}/${id}/check`, {}, channel)).value;
}

export async function unlinkChannel(http: Http, { id, version }: Channel): Promise<void> {
  await http.delete(`${CHANNELS}/${id}`, { etag: etagOf(version) });
}
