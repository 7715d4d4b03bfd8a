import type {
  AgentSummary,
  Attachment,
  Channel,
  ChannelPart,
  Conversation,
  Message,
  Offer,
  ReplyWindow,
} from '@dakenh/socket';
import * as v from 'valibot';
import { maybe } from '../../../shared/api/decode.ts';

/** Leaves out members without a value, so that the result is exactly the frame type of the socket. */
function dense<T>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const authorSchema = v.pipe(
  v.object({
    kind: v.picklist(['visitor', 'agent', 'system']),
    id: v.fallback(v.string(), ''),
    name: v.fallback(v.string(), ''),
    avatarUrl: maybe(v.string()),
  }),
  v.transform((author) => dense<Message['author']>(author)),
);

export const attachmentSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    mediaType: v.string(),
    bytes: count,
    width: maybe(count),
    height: maybe(count),
    durationMilliseconds: maybe(count),
    url: v.string(),
    thumbnailUrl: maybe(v.string()),
  }),
  v.transform((attachment) => dense<Attachment>(attachment)),
);

export const replySchema = v.object({ sequence: count, author: authorSchema, excerpt: v.string() });

const channelPartSchema = v.pipe(
  v.object({
    kind: maybe(v.string()),
    elsewhere: maybe(v.string()),
    writtenAt: maybe(v.string()),
    payload: maybe(v.string()),
    place: maybe(
      v.pipe(
        v.object({ latitude: v.string(), longitude: v.string(), title: maybe(v.string()) }),
        v.transform((place) => dense<NonNullable<ChannelPart['place']>>(place)),
      ),
    ),
    source: maybe(
      v.pipe(
        v.object({ kind: v.string(), ref: maybe(v.string()), title: maybe(v.string()) }),
        v.transform((source) => dense<NonNullable<ChannelPart['source']>>(source)),
      ),
    ),
    comment: maybe(
      v.pipe(
        v.object({
          id: v.string(),
          postId: v.string(),
          permalink: maybe(v.string()),
          hidden: v.fallback(v.boolean(), false),
          liked: v.fallback(v.boolean(), false),
        }),
        v.transform((comment) => dense<NonNullable<ChannelPart['comment']>>(comment)),
      ),
    ),
    missing: maybe(
      v.array(
        v.pipe(
          v.object({ id: v.string(), kind: v.string(), name: v.string(), code: maybe(v.string()) }),
          v.transform((file) => dense<NonNullable<ChannelPart['missing']>[number]>(file)),
        ),
      ),
    ),
    delivery: maybe(v.picklist(['sending', 'sent', 'delivered', 'failed'])),
    failureCode: maybe(v.string()),
    retryable: maybe(v.boolean()),
    mode: maybe(v.string()),
  }),
  v.transform((part) => dense<ChannelPart>(part)),
);

const replyWindowSchema = v.pipe(
  v.object({
    freeUntil: maybe(v.string()),
    limitedUntil: maybe(v.string()),
    limitedTo: maybe(v.string()),
    freeRepliesLeft: maybe(count),
    chargedRepliesLeft: maybe(count),
    blockedReason: maybe(v.string()),
    privateReplyUntil: maybe(v.string()),
    textLimit: count,
  }),
  v.transform((reply) => dense<ReplyWindow>(reply)),
);

const channelSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.fallback(v.string(), ''),
    state: v.fallback(v.string(), 'healthy'),
    surface: v.fallback(v.string(), 'chat'),
    following: maybe(v.boolean()),
    reply: replyWindowSchema,
  }),
  v.transform((channel) => dense<Channel>(channel)),
);

export const messageSchema = v.pipe(
  v.object({
    id: v.string(),
    sequence: count,
    author: authorSchema,
    kind: v.literal('text'),
    text: v.string(),
    clientMessageId: maybe(v.string()),
    sentAt: v.string(),
    attachments: maybe(v.array(attachmentSchema)),
    replyTo: maybe(replySchema),
    reactions: maybe(v.array(v.object({ emoji: v.string(), by: v.array(authorSchema) }))),
    editedAt: maybe(v.string()),
    deletedAt: maybe(v.string()),
    channel: maybe(channelPartSchema),
  }),
  v.transform((message) => dense<Message>(message)),
);

const agentSchema = v.pipe(
  v.object({ id: v.string(), name: v.string(), avatarUrl: maybe(v.string()), joinedAfter: maybe(count) }),
  v.transform((agent) => dense<AgentSummary>(agent)),
);

export const conversationSchema = v.pipe(
  v.object({
    id: v.string(),
    version: count,
    epoch: count,
    state: v.picklist(['open', 'closed']),
    channelKind: v.picklist(['livetalk', 'facebook', 'zalo']),
    visitor: v.pipe(
      v.object({
        id: v.string(),
        name: v.fallback(v.string(), ''),
        phone: maybe(v.string()),
        email: maybe(v.string()),
        fields: maybe(v.array(v.object({ key: v.string(), label: v.string(), value: v.string() }))),
        wantedAgent: maybe(agentSchema),
        avatarUrl: maybe(v.string()),
      }),
      v.transform((visitor) => dense<Conversation['visitor']>(visitor)),
    ),
    departmentId: maybe(v.string()),
    agents: v.array(agentSchema),
    lastSequence: count,
    revision: maybe(count),
    readSequence: count,
    otherReadSequence: count,
    deliveredSequence: maybe(count),
    otherDeliveredSequence: maybe(count),
    lastMessage: maybe(messageSchema),
    openedAt: v.string(),
    closedAt: maybe(v.string()),
    rating: maybe(v.object({ score: count, comment: v.fallback(v.string(), ''), ratedAt: v.string() })),
    waiting: maybe(v.boolean()),
    snoozedUntil: maybe(v.string()),
    labels: maybe(v.array(v.string())),
    noteRevision: maybe(count),
    blocked: maybe(v.boolean()),
    channel: maybe(channelSchema),
    page: maybe(v.object({ url: v.fallback(v.string(), ''), title: v.fallback(v.string(), '') })),
  }),
  v.transform((conversation) => dense<Conversation>(conversation)),
);

export const offerSchema = v.pipe(
  v.object({
    id: v.string(),
    conversationId: v.string(),
    departmentId: v.string(),
    departmentName: v.fallback(v.string(), ''),
    visitorName: v.fallback(v.string(), ''),
    channelKind: v.picklist(['livetalk', 'facebook', 'zalo']),
    preview: v.fallback(v.string(), ''),
    madeAt: v.string(),
    expiresAt: v.string(),
    serverTime: v.string(),
  }),
  v.transform((offer): Offer => offer),
);

export const acceptedBySchema = v.object({ id: v.string(), name: v.string() });
