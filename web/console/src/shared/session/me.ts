import type { Contracts, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import * as v from 'valibot';
import { decoder, maybe } from '../api/decode.ts';
import { useHttp } from '../api/HttpContext.ts';

const role = v.picklist(['owner', 'agent', 'operator']);

const meSchema = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  avatarUrl: maybe(v.string()),
  roles: v.array(role),
  tenant: v.object({
    id: v.string(),
    name: v.string(),
    widgetKey: v.string(),
    locale: v.string(),
    timeZone: v.string(),
  }),
  departments: v.array(v.object({ id: v.string(), name: v.string() })),
});

export type Role = v.InferOutput<typeof role>;
export type Me = Reads<Contracts['config']['MeView'], v.InferOutput<typeof meSchema>>;

export function useMeQuery() {
  const http = useHttp();
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await http.get('/api/config/v1/me', decoder(meSchema), { signal })).value,
    staleTime: 60_000,
  });
}

export const MeContext = createContext<Me | undefined>(undefined);

/** The person at the console; only below the gate that loaded them. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('MeContext is missing');
  return me;
}
