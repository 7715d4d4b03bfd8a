import type { Contracts, Reads } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../../shared/api/decode.ts';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { DAYS } from '../hours/hours.ts';

const PATH = '/api/config/v1/departments';
const KEY = ['departments'] as const;

export const MODES = ['sequential', 'all', 'random'] as const;

const span = { from: v.string(), to: v.string() };

const dayName = v.optional(
  v.pipe(
    v.nullish(v.string()),
    v.transform((name) => name ?? ''),
  ),
  '',
);

const hoursSchema = v.object({
  zone: v.string(),
  weekly: v.array(v.object({ day: v.picklist(DAYS), ...span })),
  dated: v.array(v.object({ date: v.string(), name: dayName, spans: v.array(v.object(span)) })),
});

const departmentSchema = v.object({
  id: v.string(),
  name: v.string(),
  allocationMode: v.picklist(MODES),
  passOnSeconds: v.number(),
  totalSeconds: v.number(),
  agentIds: v.array(v.string()),
  default: v.boolean(),
  pictureMediaId: maybe(v.string()),
  pictureUrl: maybe(v.string()),
  capacity: maybe(v.number()),
  preferPreviousAgent: v.boolean(),
  hours: maybe(hoursSchema),
  version: v.number(),
});

export type Department = Reads<Contracts['config']['DepartmentView'], v.InferOutput<typeof departmentSchema>>;
export type AllocationMode = Department['allocationMode'];
/** What the owner decides; the rest is the server's. */
export type DepartmentFields = Omit<Department, 'id' | 'version' | 'pictureUrl'>;

const one = decoder(departmentSchema);
const several = decoder(page(departmentSchema));

export function useDepartments() {
  const http = useHttp();
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const all: Department[] = [];
      let cursor: string | undefined;
      do {
        const { value } = await http.get(PATH, several, { query: { limit: 100, cursor }, signal });
        all.push(...value.items);
        cursor = value.nextCursor;
      } while (cursor !== undefined);
      return all;
    },
  });
}

/** One department with its ETag, always fresh: it is about to be edited. */
export function useDepartment(id: string | undefined) {
  const http = useHttp();
  return useQuery({
    queryKey: [...KEY, id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => http.get(`${PATH}/${id ?? ''}`, one, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface SaveDepartment {
  id: string | undefined;
  fields: DepartmentFields;
  etag: string | undefined;
  idempotencyKey: string;
}

export function useSaveDepartment() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, fields, etag, idempotencyKey }: SaveDepartment) =>
      id === undefined
        ? http.post(PATH, fields, one, { idempotencyKey })
        : http.put(`${PATH}/${id}`, fields, one, { etag }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY, exact: true }),
  });
}

/** The version someone else saved meanwhile. */
export function useLatestDepartment() {
  const http = useHttp();
  return (id: string) => http.get(`${PATH}/${id}`, one);
}

interface DeleteDepartment {
  id: string;
  etag: string;
  successorId: string | undefined;
}

export function useDeleteDepartment() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, etag, successorId }: DeleteDepartment) =>
      http.delete(`${PATH}/${id}`, { etag, query: { successorId } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY, exact: true }),
  });
}
