import type { Channel, Conversation, ReplyWindow } from '@dakenh/socket';
import { describe, expect, it } from 'vitest';
import { ruleOf } from './rule.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

function conversation(reply: Partial<ReplyWindow>, more: Partial<Channel> = {}): Conversation {
  return {
    id: 'c',
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'facebook',
    visitor: { id: 'v', name: 'Lan' },
    agents: [],
    lastSequence: 1,
    readSequence: 0,
    otherReadSequence: 1,
    openedAt: inHours(-1),
    channel: {
      id: 'p',
      name: 'Hoa Mai',
      state: 'healthy',
      surface: 'chat',
      reply: { textLimit: 2000, ...reply },
      ...more,
    },
  };
}

describe('[CHN-10] the rule in force', () => {
  it('is none on the website', () => {
    const { channel, ...website } = conversation({});
    expect(channel).toBeDefined();
    expect(ruleOf(website, NOW)).toEqual({ kind: 'none' });
  });

  it('is free within the window, with the count where the provider has one', () => {
    expect(ruleOf(conversation({ freeUntil: inHours(5) }), NOW)).toEqual({ kind: 'free', left: 5 * HOUR });
    expect(ruleOf(conversation({ freeUntil: inHours(5), freeRepliesLeft: 3 }), NOW)).toEqual({
      kind: 'free',
      left: 5 * HOUR,
      replies: 3,
    });
  });

  it('is for people only after Facebook’s day, and costs money after Zalo’s two', () => {
    const facebook = { freeUntil: inHours(-1), limitedUntil: inHours(100), limitedTo: 'human-agent' };
    expect(ruleOf(conversation(facebook), NOW)).toEqual({ kind: 'human-agent', left: 100 * HOUR });
    const zalo = { freeUntil: inHours(-1), limitedUntil: inHours(100), limitedTo: 'charged' };
    expect(ruleOf(conversation({ ...zalo, chargedRepliesLeft: 40 }), NOW)).toEqual({
      kind: 'charged',
      left: 100 * HOUR,
      replies: 40,
    });
  });

  it('costs money as soon as the free replies are used up', () => {
    const spent = {
      freeUntil: inHours(20),
      freeRepliesLeft: 0,
      limitedUntil: inHours(100),
      limitedTo: 'charged',
    };
    expect(ruleOf(conversation(spent), NOW).kind).toBe('charged');
  });

  it('is closed afterwards, and says why it is blocked', () => {
    expect(ruleOf(conversation({ freeUntil: inHours(-1) }), NOW)).toEqual({
      kind: 'blocked',
      reason: 'window-closed',
    });
    expect(
      ruleOf(conversation({ freeUntil: inHours(5), blockedReason: 'recipient-unreachable' }), NOW),
    ).toEqual({ kind: 'blocked', reason: 'recipient-unreachable' });
    expect(ruleOf(conversation({ freeUntil: inHours(5) }, { state: 'unlinked' }), NOW)).toEqual({
      kind: 'blocked',
      reason: 'channel-unlinked',
    });
  });

  it('lets comments be answered, privately for a while', () => {
    const comment = { surface: 'comment' };
    expect(ruleOf(conversation({ privateReplyUntil: inHours(1) }, comment), NOW)).toEqual({
      kind: 'comment',
      alone: true,
    });
    expect(ruleOf(conversation({}, comment), NOW)).toEqual({ kind: 'comment', alone: false });
  });
});
