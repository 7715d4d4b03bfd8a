import type { Http } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { CANNED_KEY, CANNED_PATH, cannedSchema } from '../../shared/api/canned.ts';
import type { CannedMessage } from '../../shared/api/canned.ts';
import { decoder, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

/** What the owner decides; the rest is the server's. */
export type CannedFields = Omit<CannedMessage, 'id' | 'version'>;

const one = decoder(cannedSchema);
const deleted = decoder(v.object({ ids: v.array(v.string()) }));
const restored = decoder(
  v.object({
    items: v.array(cannedSchema),
    failed: v.array(v.object({ id: v.string(), code: v.string() })),
  }),
);
const imported = decoder(v.object({ imported: v.number() }));

function useChange<Variables, Result>(change: (http: Http, variables: Variables) => Promise<Result>) {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => change(http, variables),
    onSettled: () => client.invalidateQueries({ queryKey: CANNED_KEY }),
  });
}

interface SaveCanned {
  id: string | undefined;
  fields: CannedFields;
  etag: string | undefined;
  idempotencyKey: string;
}

export const useSaveCanned = () =>
  useChange((http, { id, fields, etag, idempotencyKey }: SaveCanned) =>
    id === undefined
      ? http.post(CANNED_PATH, fields, one, { idempotencyKey })
      : http.put(`${CANNED_PATH}/${id}`, fields, one, { etag }),
  );

/** The version someone else saved meanwhile. */
export function useLatestCanned() {
  const http = useHttp();
  return (id: string) => http.get(`${CANNED_PATH}/${id}`, one);
}

export const useDeleteCanned = () =>
  useChange(
    async (http, ids: readonly string[]) =>
      (await http.post(`${CANNED_PATH}/delete`, { ids }, deleted)).value.ids,
  );

export const useRestoreCanned = () =>
  useChange(
    async (http, ids: readonly string[]) =>
      (await http.post(`${CANNED_PATH}/restore`, { ids }, restored)).value,
  );

export const useImportCanned = () =>
  useChange(
    async (http, file: Blob) => (await http.upload(`${CANNED_PATH}/import`, file, imported)).imported,
  );

export function useExportCanned() {
  const http = useHttp();
  return useMutation({
    mutationFn: () => http.download(`${CANNED_PATH}.csv`, { accept: 'text/csv' }),
  });
}

const departments = decoder(page(v.object({ id: v.string(), name: v.string() })));

/** Departments a message can be kept to. */
export function useDepartmentNames() {
  const http = useHttp();
  return useQuery({
    queryKey: ['departments', 'names'],
    queryFn: async ({ signal }) => {
      const all: { id: string; name: string }[] = [];
      let cursor: string | undefined;
      do {
        const { value } = await http.get('/api/config/v1/departments', departments, {
          query: { limit: 100, cursor },
          signal,
        });
        all.push(...value.items);
        cursor = value.nextCursor;
      } while (cursor !== undefined);
      return all;
    },
  });
}
