import type { Conversation } from '@dakenh/socket';

/** What may be answered in a conversation of a Page or OA at a moment; times in milliseconds. */
export type ReplyRule =
  | { kind: 'none' }
  | { kind: 'free' | 'human-agent' | 'charged'; left: number; replies?: number }
  | { kind: 'comment'; alone: boolean }
  | { kind: 'blocked'; reason: string };

const STATES: Readonly<Record<string, string>> = {
  unlinked: 'channel-unlinked',
  'reconnect-required': 'reconnect-required',
  paused: 'channel-paused',
};

function until(instant: string | undefined, now: number): number {
  return instant === undefined ? 0 : new Date(instant).getTime() - now;
}

function counted(replies: number | undefined) {
  return replies === undefined ? {} : { replies };
}

/** The server decides by the same facts and its own clock; this says before sending what it will say. */
export function ruleOf({ channel }: Conversation, now: number): ReplyRule {
  if (!channel) return { kind: 'none' };
  const refused = STATES[channel.state];
  if (refused !== undefined) return { kind: 'blocked', reason: refused };
  const { reply } = channel;
  if (reply.blockedReason !== undefined) return { kind: 'blocked', reason: reply.blockedReason };
  if (channel.surface === 'comment') {
    return { kind: 'comment', alone: until(reply.privateReplyUntil, now) > 0 };
  }
  const free = until(reply.freeUntil, now);
  if (free > 0 && reply.freeRepliesLeft !== 0) {
    return { kind: 'free', left: free, ...counted(reply.freeRepliesLeft) };
  }
  const limited = until(reply.limitedUntil, now);
  if (limited > 0 && reply.limitedTo === 'human-agent') return { kind: 'human-agent', left: limited };
  if (limited > 0 && reply.limitedTo === 'charged') {
    return { kind: 'charged', left: limited, ...counted(reply.chargedRepliesLeft) };
  }
  return { kind: 'blocked', reason: 'window-closed' };
}
