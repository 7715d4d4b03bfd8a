import type { AgentSummary, Message } from '@dakenh/socket';
import { fullDate } from '../../../shared/lib/time.ts';

const SAME_RUN_MILLISECONDS = 5 * 60_000;

export interface MessageRow {
  message: Message;
  /** First of its day: a date line goes above. */
  startsDay: boolean;
  /** First of a run by one author: the name goes above. */
  startsRun: boolean;
  endsRun: boolean;
}

/** Names of the agents who joined behind one message and before the next. */
export function joinedBetween(agents: readonly AgentSummary[], after: number, before: number): string[] {
  return agents
    .filter(({ joinedAfter = -1 }) => joinedAfter >= after && joinedAfter < before)
    .map(({ name }) => name);
}

function sameRun(one: Message, other: Message): boolean {
  return (
    one.author.kind === other.author.kind &&
    one.author.id === other.author.id &&
    (one.channel?.elsewhere === undefined) === (other.channel?.elsewhere === undefined) &&
    fullDate(one.sentAt) === fullDate(other.sentAt) &&
    Math.abs(new Date(other.sentAt).getTime() - new Date(one.sentAt).getTime()) < SAME_RUN_MILLISECONDS
  );
}

/** Groups what one person said in a row, so that a name and a time stand once per run. */
export function rowsOf(messages: readonly Message[], start: number, end: number): MessageRow[] {
  return messages.slice(start, end).map((message, index) => {
    const before = messages[start + index - 1];
    const after = messages[start + index + 1];
    return {
      message,
      startsDay: before === undefined || fullDate(before.sentAt) !== fullDate(message.sentAt),
      startsRun: before === undefined || !sameRun(before, message),
      endsRun: after === undefined || !sameRun(message, after),
    };
  });
}
