import type { Http } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';
import type { Activity, Conversation, Note } from '@dakenh/socket';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../../shared/api/decode.ts';
import { conversationSchema } from '../api/schemas.ts';
import type { ListFilter } from '../model/state.ts';

const LIVETALK = '/api/livetalk/v1';

/** Leaves out members without a value, so that the result is exactly the frame type of the socket. */
function dense<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const named = v.object({ id: v.string(), name: v.string() });

const noteSchema = v.pipe(
  v.object({
    id: v.string(),
    conversationId: v.string(),
    sequence: count,
    revision: count,
    kind: v.picklist(['note', 'activity']),
    author: v.pipe(
      v.object({
        kind: v.picklist(['visitor', 'agent', 'system']),
        id: v.string(),
        name: v.fallback(v.string(), ''),
        avatarUrl: maybe(v.string()),
      }),
      v.transform((author) => dense<Note['author']>(author)),
    ),
    text: maybe(v.string()),
    mentions: maybe(v.array(named)),
    activity: maybe(
      v.pipe(
        v.object({
          kind: v.string(),
          department: maybe(named),
          agent: maybe(named),
          label: maybe(named),
          until: maybe(v.string()),
          score: maybe(v.number()),
        }),
        v.transform((activity) => dense<Activity>(activity)),
      ),
    ),
    afterSequence: count,
    clientNoteId: v.string(),
    createdAt: v.string(),
    editedAt: maybe(v.string()),
    deletedAt: maybe(v.string()),
  }),
  v.transform((note) => dense<Note>(note)),
);

const note = decoder(noteSchema);
const notes = decoder(page(noteSchema));
const conversation = decoder(conversationSchema);
const found = decoder(v.object({ items: v.array(conversationSchema) }));
const people = decoder(
  v.object({ items: v.array(v.object({ id: v.string(), name: v.string(), avatarUrl: maybe(v.string()) })) }),
);
const places = decoder(page(named));
const labelSchema = v.object({ id: v.string(), name: v.string(), color: v.string(), version: count });
const labels = decoder(page(labelSchema));
const counts = decoder(v.object({ counts: v.record(v.string(), count) }));
const blockSchema = v.object({
  visitorId: v.string(),
  visitorName: v.fallback(v.string(), ''),
  reason: v.fallback(v.string(), ''),
  blockedBy: v.string(),
  blockedByName: v.fallback(v.string(), ''),
  blockedAt: v.string(),
  expiresAt: maybe(v.string()),
});
const contact = decoder(
  v.object({
    id: v.string(),
    name: v.fallback(v.string(), ''),
    phone: maybe(v.string()),
    email: maybe(v.string()),
    firstSeenAt: v.string(),
    version: count,
    block: maybe(blockSchema),
    externalId: maybe(v.string()),
    data: maybe(v.record(v.string(), v.string())),
  }),
);
const pages = decoder(
  v.object({
    items: v.array(v.object({ url: v.string(), title: v.fallback(v.string(), ''), at: v.string() })),
  }),
);

export type Label = v.InferOutput<typeof labelSchema>;
export type Contact = ReturnType<typeof contact>;

function of(conversationId: string): string {
  return `${LIVETALK}/conversations/${conversationId}`;
}

/** Everything that changed behind a revision. */
export async function loadNotes(http: Http, conversationId: string, afterRevision: number): Promise<Note[]> {
  const all: Note[] = [];
  let after: string | undefined = String(afterRevision);
  while (after !== undefined) {
    const query: Record<string, string | number> = { afterRevision: after, limit: 100 };
    const { value }: { value: ReturnType<typeof notes> } = await http.get(
      `${of(conversationId)}/notes`,
      notes,
      { query },
    );
    all.push(...value.items);
    after = value.nextCursor;
  }
  return all;
}

export interface NoteDraft {
  text: string;
  mentions: string[];
}

export async function writeNote(http: Http, conversationId: string, clientNoteId: string, draft: NoteDraft) {
  const body = { clientNoteId, ...draft };
  return (await http.post(`${of(conversationId)}/notes`, body, note)).value;
}

export async function editNote(http: Http, held: Note, draft: NoteDraft) {
  return (await http.put(`${of(held.conversationId)}/notes/${held.id}`, draft, note)).value;
}

export async function deleteNote(http: Http, held: Note) {
  await http.delete(`${of(held.conversationId)}/notes/${held.id}`);
}

/** Who may see the conversation, and so be mentioned in it. */
export async function loadViewers(http: Http, conversationId: string, signal: AbortSignal) {
  return (await http.get(`${of(conversationId)}/colleagues`, people, { signal })).value.items;
}

export async function mentionsSeen(http: Http, conversationId: string) {
  await http.post(`${of(conversationId)}/mentions/seen`, undefined, nothing);
}

export async function lookUp(http: Http, ids: readonly string[]): Promise<Conversation[]> {
  return (await http.post(`${LIVETALK}/conversations/lookup`, { ids }, found)).value.items;
}

export async function loadCounts(http: Http, filter: ListFilter, signal: AbortSignal) {
  const query = { ...filter };
  return (await http.get(`${LIVETALK}/conversations/counts`, counts, { query, signal })).value.counts;
}

export async function loadLabels(http: Http, signal: AbortSignal) {
  return (await http.get(`${LIVETALK}/labels`, labels, { signal })).value.items;
}

export async function putLabel(http: Http, conversationId: string, labelId: string, on: boolean) {
  const path = `${of(conversationId)}/labels/${labelId}`;
  if (on) await http.put(path, {}, nothing);
  else await http.delete(path);
}

export async function loadPlaces(http: Http, signal: AbortSignal) {
  return (await http.get(`${LIVETALK}/departments`, places, { signal })).value.items;
}

export async function transfer(
  http: Http,
  conversationId: string,
  to: { departmentId?: string; agentId?: string },
) {
  return (await http.post(`${of(conversationId)}/transfer`, to, conversation)).value;
}

export async function addAgent(http: Http, conversationId: string, agentId: string) {
  return (await http.post(`${of(conversationId)}/agents`, { agentId }, conversation)).value;
}

export async function leave(http: Http, conversationId: string) {
  await http.post(`${of(conversationId)}/leave`, undefined, nothing);
}

export async function reopen(http: Http, conversationId: string) {
  return (await http.post(`${of(conversationId)}/reopen`, undefined, conversation)).value;
}

export async function snooze(http: Http, conversationId: string, until: string) {
  return (await http.put(`${of(conversationId)}/snooze`, { until }, conversation)).value;
}

/** Back now. The answer to a DELETE carries nothing here; the socket tells. */
export async function wake(http: Http, conversationId: string) {
  await http.delete(`${of(conversationId)}/snooze`);
}

export async function loadContact(http: Http, visitorId: string, signal: AbortSignal) {
  return (await http.get(`${LIVETALK}/visitors/${visitorId}`, contact, { signal })).value;
}

export async function correctContact(
  http: Http,
  held: Contact,
  said: { name: string; phone: string; email: string },
) {
  const path = `${LIVETALK}/visitors/${held.id}`;
  return (await http.put(path, said, contact, { etag: `"${String(held.version)}"` })).value;
}

export async function block(http: Http, visitorId: string, reason: string, expiresAt: string | undefined) {
  await http.put(`${LIVETALK}/visitors/${visitorId}/block`, { reason, expiresAt }, nothing);
}

export async function unblock(http: Http, visitorId: string) {
  await http.delete(`${LIVETALK}/visitors/${visitorId}/block`);
}

export async function loadPages(http: Http, conversationId: string, signal: AbortSignal) {
  return (await http.get(`${of(conversationId)}/pages`, pages, { signal })).value.items;
}

const past = decoder(page(conversationSchema));

/** The newest conversations of a visitor. */
export async function loadPast(http: Http, visitorId: string, signal: AbortSignal) {
  const query = { view: 'all', visitorId, limit: 20 };
  return (await http.get(`${LIVETALK}/conversations`, past, { query, signal })).value.items;
}
