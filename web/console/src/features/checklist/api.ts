import type { Contracts, Reads } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const PATH = '/api/config/v1/checklist';
const KEY = ['checklist'] as const;
const EVERY_MILLISECONDS = 20_000;

const checklist = decoder(v.object({ open: v.boolean(), websiteSeen: v.boolean(), colleagues: v.boolean() }));

type Checklist = Reads<Contracts['config']['ChecklistView'], ReturnType<typeof checklist>>;

/** Asked again while there is something to tick. */
export function useChecklist() {
  const http = useHttp();
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<Checklist> => (await http.get(PATH, checklist, { signal })).value,
    refetchInterval: (query) => (query.state.data?.open === true ? EVERY_MILLISECONDS : false),
  });
}

export function usePutAway() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await http.put(PATH, { open: false }, checklist)).value,
    onSuccess: (value) => {
      client.setQueryData(KEY, value);
    },
  });
}
