import type { Contracts, Http, Reads } from '@dakenh/api-client';
import { etagOf } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const TENANTS = '/api/config/v1/tenants';
const BILLING = '/api/billing/v1/operator';

export const TENANTS_KEY = 'operator-tenants';
export const STATUSES = ['active', 'suspended'] as const;
export const MODES = ['pro-rata', 'full', 'next-month'] as const;

const tenantSchema = v.object({
  id: v.string(),
  name: v.string(),
  status: v.picklist([...STATUSES, 'erasing']),
  statusReason: maybe(v.string()),
  widgetKey: v.string(),
  createdAt: v.string(),
  version: v.number(),
});

export type OperatedTenant = Reads<
  Contracts['config']['OperatedTenantView'],
  v.InferOutput<typeof tenantSchema>
>;
export type Status = (typeof STATUSES)[number];
export type Mode = (typeof MODES)[number];

const tenants = decoder(page(tenantSchema));

export function useTenants(filter: { q?: string | undefined; status?: string | undefined }) {
  return usePages({ key: TENANTS_KEY, path: TENANTS, decode: tenants, filter, limit: 20 });
}

const changed = decoder(tenantSchema);

/** Suspends or resumes the business as it was shown; another operator may have been faster. */
export async function changeStatus(http: Http, tenant: OperatedTenant, status: Status, reason: string) {
  const path = `${TENANTS}/${tenant.id}/status`;
  await http.put(path, { status, reason }, changed, { etag: etagOf(tenant.version) });
}

const planSchema = v.object({ code: v.string(), name: v.string() });

const plans = decoder(v.object({ items: v.array(planSchema) }));

export function usePlans() {
  const http = useHttp();
  return useQuery({
    queryKey: ['operator-plans'],
    queryFn: async ({ signal }) => (await http.get(`${BILLING}/plans`, plans, { signal })).value.items,
  });
}

const standing = decoder(v.object({ planCode: v.string() }));

export function usePlanOf(tenantId: string) {
  const http = useHttp();
  return useQuery({
    queryKey: ['operator-plan', tenantId],
    queryFn: async ({ signal }) =>
      (await http.get(`${BILLING}/tenants/${tenantId}/entitlement`, standing, { signal })).value.planCode,
  });
}

export interface PlanChange {
  planCode: string;
  mode: Mode;
  reason: string;
}

export async function changePlan(http: Http, tenantId: string, change: PlanChange, idempotencyKey: string) {
  await http.post(`${BILLING}/tenants/${tenantId}/plan-changes`, change, standing, { idempotencyKey });
}
