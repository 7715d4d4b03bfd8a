import type { Contracts, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const PATH = '/api/config/v1/audit-entries';

const entrySchema = v.object({
  id: v.string(),
  at: v.string(),
  action: v.string(),
  target: v.string(),
  actor: maybe(v.object({ id: v.string(), name: v.string() })),
  fields: v.optional(v.array(v.string()), []),
});

export type AuditEntry = Reads<Contracts['config']['AuditEntryView'], v.InferOutput<typeof entrySchema>>;

export interface AuditFilter {
  action?: string | undefined;
  actorId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const entries = decoder(page(entrySchema));

export function useAuditEntries(filter: AuditFilter) {
  return usePages({ key: 'audit', path: PATH, decode: entries, filter, limit: 50 });
}

export function useAuditFile() {
  const http = useHttp();
  return (filter: AuditFilter) => http.download(`${PATH}.csv`, { query: { ...filter }, accept: 'text/csv' });
}

const named = decoder(page(v.object({ id: v.string(), name: v.string() })));

/** Names of what entries are about, by id. */
export function useNames(): ReadonlyMap<string, string> {
  const http = useHttp();
  const names = useQuery({
    queryKey: ['audit-names'],
    queryFn: async ({ signal }) => {
      const found = new Map<string, string>();
      for (const path of ['/api/config/v1/staff', '/api/config/v1/departments']) {
        let cursor: string | undefined;
        do {
          const { value } = await http.get(path, named, { query: { limit: 100, cursor }, signal });
          for (const { id, name } of value.items) found.set(id, name);
          cursor = value.nextCursor;
        } while (cursor !== undefined);
      }
      return found;
    },
  });
  return names.data ?? new Map();
}
