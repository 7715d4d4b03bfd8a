import type { Contracts, Reads } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const PATH = '/api/routing/v1/queue';
const AGENTS = '/api/livetalk/v1/agents';
export const QUEUE_KEY = ['queue'] as const;
const EVERY_MILLISECONDS = 5_000;

const waitingSchema = v.object({
  conversationId: v.string(),
  departmentId: v.string(),
  departmentName: v.string(),
  visitorName: v.string(),
  channelKind: v.string(),
  preview: v.string(),
  openedAt: v.string(),
  queuedAt: v.string(),
  reason: v.string(),
  position: v.number(),
});

export type Waiting = Reads<Contracts['routing']['QueuedView'], v.InferOutput<typeof waitingSchema>>;

const waiting = decoder(page(waitingSchema));
const taken = decoder(v.object({ conversationId: v.string() }));
const agents = decoder(
  page(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.picklist(['online', 'busy', 'away', 'offline']),
    }),
  ),
);

/** What waits, oldest first. A page of a hundred is more than anybody works off by hand. */
export function useQueue() {
  const http = useHttp();
  return useQuery({
    queryKey: QUEUE_KEY,
    queryFn: async ({ signal }) => (await http.get(PATH, waiting, { query: { limit: 100 }, signal })).value,
    refetchInterval: EVERY_MILLISECONDS,
  });
}

/** Who is there to be given a conversation. */
export function useReachable() {
  const http = useHttp();
  return useQuery({
    queryKey: ['queue-agents'],
    queryFn: async ({ signal }) =>
      (await http.get(AGENTS, agents, { query: { limit: 100 }, signal })).value.items.filter(
        ({ state }) => state !== 'offline',
      ),
    refetchInterval: EVERY_MILLISECONDS,
  });
}

export type QueueAction =
  | { kind: 'take'; conversationId: string }
  | { kind: 'route-again'; conversationId: string }
  | { kind: 'assign'; conversationId: string; agentId: string };

export function useQueueAction() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (action: QueueAction) => {
      const path = `${PATH}/${action.conversationId}/${action.kind}`;
      if (action.kind === 'route-again') await http.post(path, undefined, nothing);
      else if (action.kind === 'take') await http.post(path, undefined, taken);
      else await http.post(path, { agentId: action.agentId }, taken);
    },
    onSettled: () => client.invalidateQueries({ queryKey: QUEUE_KEY }),
  });
}
