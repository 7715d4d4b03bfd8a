import type { Contracts, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from './decode.ts';
import { useHttp } from './HttpContext.ts';

/** People of the business, as several features show them. */
export const staffSchema = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  role: v.picklist(['owner', 'agent']),
  active: v.boolean(),
  avatarUrl: maybe(v.string()),
  capacity: maybe(v.number()),
  invited: maybe(v.boolean()),
  version: v.number(),
});

export type StaffMember = Reads<Contracts['config']['StaffView'], v.InferOutput<typeof staffSchema>>;

export const STAFF_PATH = '/api/config/v1/staff';
export const STAFF_KEY = ['staff'] as const;

const staffPage = decoder(page(staffSchema));

/** Everyone: a business of this kind has tens of people, a few pages at most. */
export function useStaff() {
  const http = useHttp();
  return useQuery({
    queryKey: STAFF_KEY,
    queryFn: async ({ signal }) => {
      const everyone: StaffMember[] = [];
      let cursor: string | undefined;
      do {
        const { value } = await http.get(STAFF_PATH, staffPage, { query: { limit: 100, cursor }, signal });
        everyone.push(...value.items);
        cursor = value.nextCursor;
      } while (cursor !== undefined);
      return everyone;
    },
  });
}
