import type { Contracts, Http, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const PATH = '/api/config/v1/api-keys';

export const SCOPES = ['conversations:read', 'messages:write', 'contacts:read', 'reports:read'] as const;

export type Scope = (typeof SCOPES)[number];

/** Their names among the texts, where a colon would mean something else. */
export const WORDS = {
  'conversations:read': 'conversationsRead',
  'messages:write': 'messagesWrite',
  'contacts:read': 'contactsRead',
  'reports:read': 'reportsRead',
} as const;

const keySchema = v.object({
  id: v.string(),
  name: v.string(),
  prefix: v.string(),
  key: maybe(v.string()),
  scopes: v.array(v.string()),
  createdBy: v.object({ id: v.string(), name: v.string() }),
  createdAt: v.string(),
  expiresAt: maybe(v.string()),
  revokedAt: maybe(v.string()),
});

const key = decoder(keySchema);
const keys = decoder(page(keySchema));
const uses = decoder(page(v.object({ keyId: v.string(), lastUsedAt: v.string() })));

export type ApiKey = Reads<Contracts['config']['ApiKeyView'], v.InferOutput<typeof keySchema>>;

export interface NewApiKey {
  name: string;
  scopes: Scope[];
  expiresAt?: string;
}

export const KEYS_KEY = ['api-keys'] as const;

export function useApiKeys() {
  const http = useHttp();
  return useQuery({
    queryKey: KEYS_KEY,
    queryFn: async ({ signal }) => (await http.get(PATH, keys, { signal })).value.items,
  });
}

/** When each key was last used, by its id; the page does without while nobody answers. */
export function useKeyUses(): ReadonlyMap<string, string> {
  const http = useHttp();
  const found = useQuery({
    queryKey: ['api-key-uses'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/livetalk/v1/api-key-uses', uses, { signal })).value.items,
  });
  return new Map(found.data?.map((use) => [use.keyId, use.lastUsedAt]));
}

export async function makeKey(http: Http, wanted: NewApiKey): Promise<ApiKey> {
  return (await http.post(PATH, wanted, key)).value;
}

export async function revokeKey(http: Http, id: string): Promise<ApiKey> {
  return (await http.post(`${PATH}/${id}/revoke`, undefined, key)).value;
}
