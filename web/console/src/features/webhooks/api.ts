import type { Contracts, Http, Reads } from '@dakenh/api-client';
import { etagOf } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const PATH = '/api/livetalk/v1/webhooks';

export const EVENTS = [
  'conversation.opened',
  'conversation.closed',
  'conversation.reopened',
  'conversation.rated',
  'message.received',
  'message.sent',
  'call.ended',
] as const;

export const STATES = ['waiting', 'delivered', 'failed'] as const;

const webhookSchema = v.object({
  id: v.string(),
  name: v.string(),
  url: v.string(),
  events: v.array(v.string()),
  state: v.picklist(['active', 'paused', 'disabled']),
  secret: maybe(v.string()),
  formerSecretUntil: maybe(v.string()),
  failingSince: maybe(v.string()),
  disabledAt: maybe(v.string()),
  disabledBecause: maybe(v.string()),
  version: v.number(),
});

const deliverySchema = v.object({
  id: v.string(),
  eventId: v.string(),
  type: v.string(),
  occurredAt: v.string(),
  state: v.picklist(STATES),
  attempts: v.number(),
  nextAttemptAt: maybe(v.string()),
  attemptedAt: maybe(v.string()),
  status: maybe(v.number()),
  failure: maybe(v.string()),
  durationMilliseconds: maybe(v.number()),
  answer: maybe(v.string()),
});

const webhook = decoder(webhookSchema);
const webhooks = decoder(page(webhookSchema));
const delivery = decoder(deliverySchema);
const deliveries = decoder(page(deliverySchema));

export type Webhook = Reads<Contracts['livetalk']['EndpointView'], v.InferOutput<typeof webhookSchema>>;
export type Delivery = Reads<Contracts['livetalk']['DeliveryView'], v.InferOutput<typeof deliverySchema>>;

export interface WebhookDraft {
  name: string;
  url: string;
  events: string[];
  active: boolean;
}

export interface LogFilter {
  state?: string | undefined;
  type?: string | undefined;
}

export const WEBHOOKS_KEY = ['webhooks'] as const;

export const logKey = (id: string) => `webhook-deliveries ${id}`;

export function useWebhooks() {
  const http = useHttp();
  return useQuery({
    queryKey: WEBHOOKS_KEY,
    queryFn: async ({ signal }) => (await http.get(PATH, webhooks, { signal })).value.items,
  });
}

export function useDeliveries(id: string, filter: LogFilter) {
  return usePages({
    key: logKey(id),
    path: `${PATH}/${id}/deliveries`,
    decode: deliveries,
    filter,
    limit: 20,
  });
}

export async function saveWebhook(http: Http, held: Webhook | undefined, draft: WebhookDraft) {
  if (held === undefined) return (await http.post(PATH, draft, webhook)).value;
  return (await http.put(`${PATH}/${held.id}`, draft, webhook, { etag: etagOf(held.version) })).value;
}

export async function deleteWebhook(http: Http, held: Webhook) {
  await http.delete(`${PATH}/${held.id}`, { etag: etagOf(held.version) });
}

export async function rotateSecret(http: Http, id: string) {
  return (await http.post(`${PATH}/${id}/secret/rotate`, undefined, webhook)).value;
}

export async function sendTest(http: Http, id: string) {
  return (await http.post(`${PATH}/${id}/test`, undefined, delivery)).value;
}

export async function replay(http: Http, id: string, deliveryId: string) {
  return (await http.post(`${PATH}/${id}/deliveries/${deliveryId}/replay`, undefined, delivery)).value;
}
