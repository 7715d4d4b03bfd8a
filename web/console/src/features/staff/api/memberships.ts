import { etagOf } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, page } from '../../../shared/api/decode.ts';
import { useHttp } from '../../../shared/api/HttpContext.ts';

const PATH = '/api/config/v1/departments';
const KEY = ['departments'] as const;

/** Only who is in it matters here; whatever else a department has is sent back as it came. */
const departmentSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  agentIds: v.array(v.string()),
  version: v.number(),
});

export type Membership = v.InferOutput<typeof departmentSchema>;

const one = decoder(departmentSchema);
const several = decoder(page(departmentSchema));

/** What the server adds to a department and does not take back. */
const READ_ONLY = new Set(['id', 'version', 'pictureUrl', 'warnings']);

export function useMemberships() {
  const http = useHttp();
  return useQuery({
    queryKey: [...KEY, 'memberships'],
    queryFn: async ({ signal }) =>
      (await http.get(PATH, several, { query: { limit: 100 }, signal })).value.items,
  });
}

interface Change {
  departmentId: string;
  personId: string;
  member: boolean;
}

/** Puts a person at the end of a department's order, or takes the person out of it. */
export function useChangeMembership() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ departmentId, personId, member }: Change) => {
      const path = `${PATH}/${departmentId}`;
      const { value } = await http.get(path, one);
      const agentIds = value.agentIds.filter((id) => id !== personId);
      if (member) agentIds.push(personId);
      const fields = Object.fromEntries(Object.entries(value).filter(([name]) => !READ_ONLY.has(name)));
      return http.put(path, { ...fields, agentIds }, one, { etag: etagOf(value.version) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
