import type { Http } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../../shared/api/decode.ts';
import type { ListFilter, View } from '../model/state.ts';
import { conversationSchema, messageSchema } from './schemas.ts';

const LIVETALK = '/api/livetalk/v1';
const ROUTING = '/api/routing/v1';

export const CONVERSATION_PAGE = 30;
export const MESSAGE_PAGE = 50;

const conversations = decoder(page(conversationSchema));
const conversation = decoder(conversationSchema);
const messages = decoder(page(messageSchema));
const allocation = decoder(v.object({ conversationId: v.string() }));
const agents = decoder(
  page(
    v.object({
      id: v.string(),
      name: v.string(),
      avatarUrl: maybe(v.string()),
      state: v.picklist(['online', 'busy', 'away', 'offline']),
    }),
  ),
);

export async function loadConversations(
  http: Http,
  view: View,
  filter: ListFilter,
  cursor: string | undefined,
  signal: AbortSignal,
) {
  const query = { ...filter, view, limit: CONVERSATION_PAGE, cursor };
  return (await http.get(`${LIVETALK}/conversations`, conversations, { query, signal })).value;
}

export async function loadConversation(http: Http, id: string, signal?: AbortSignal) {
  return (await http.get(`${LIVETALK}/conversations/${id}`, conversation, { signal })).value;
}

/** The newest page, or the one before a sequence; ascending either way. */
export async function loadMessages(http: Http, id: string, before?: number, signal?: AbortSignal) {
  const query = { before, limit: MESSAGE_PAGE };
  return (await http.get(`${LIVETALK}/conversations/${id}/messages`, messages, { query, signal })).value
    .items;
}

export async function loadColleagues(http: Http, signal: AbortSignal) {
  return (await http.get(`${LIVETALK}/agents`, agents, { query: { limit: 100 }, signal })).value.items;
}

const named = v.object({ id: v.string(), name: v.string() });
const timeline = decoder(
  page(
    v.object({
      at: v.string(),
      kind: v.string(),
      department: maybe(named),
      agent: maybe(named),
      reason: maybe(v.string()),
      candidates: maybe(v.array(named)),
    }),
  ),
);

/** How a conversation came to its agent, oldest step first. */
export async function loadTimeline(http: Http, conversationId: string, signal: AbortSignal) {
  const path = `${ROUTING}/conversations/${conversationId}/timeline`;
  return (await http.get(path, timeline, { query: { limit: 100 }, signal })).value.items;
}

export async function acceptOffer(http: Http, offerId: string) {
  return (await http.post(`${ROUTING}/offers/${offerId}/accept`, undefined, allocation)).value;
}

export async function declineOffer(http: Http, offerId: string) {
  await http.post(`${ROUTING}/offers/${offerId}/decline`, undefined, nothing);
}

/** Joins the colleagues who take part. */
export async function joinConversation(http: Http, id: string) {
  return (await http.post(`${LIVETALK}/conversations/${id}/join`, undefined, conversation)).value;
}

export async function takeFromQueue(http: Http, conversationId: string) {
  return (await http.post(`${ROUTING}/queue/${conversationId}/take`, undefined, allocation)).value;
}
