import { useMutation, useQueryClient } from '@tanstack/react-query';
import { decoder } from '../../../shared/api/decode.ts';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import type { StaffMember } from '../../../shared/api/staff.ts';
import { STAFF_KEY, STAFF_PATH, staffSchema } from '../../../shared/api/staff.ts';

const person = decoder(staffSchema);

export interface NewPerson {
  name: string;
  email: string;
  role: StaffMember['role'];
  /** Without one the person is invited by mail. */
  password?: string;
}

export function useCreatePerson() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, idempotencyKey }: { fields: NewPerson; idempotencyKey: string }) =>
      http.post(STAFF_PATH, fields, person, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: STAFF_KEY }),
  });
}

export function useInvite() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.post(`${STAFF_PATH}/${id}/invitation`, undefined, person),
    onSuccess: () => client.invalidateQueries({ queryKey: STAFF_KEY }),
  });
}

interface PersonPatch {
  id: string;
  etag: string | undefined;
  /** A capacity or picture of null removes it. */
  patch: Partial<Pick<StaffMember, 'name' | 'role' | 'active'>> & {
    capacity?: number | null;
    avatarUrl?: string | null;
  };
}

export function usePatchPerson() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, etag, patch }: PersonPatch) =>
      http.patch(`${STAFF_PATH}/${id}`, patch, person, { etag }),
    onSettled: () => client.invalidateQueries({ queryKey: STAFF_KEY }),
  });
}

/** The version someone else saved meanwhile. */
export function useLatestPerson() {
  const http = useHttp();
  return (id: string) => http.get(`${STAFF_PATH}/${id}`, person);
}
