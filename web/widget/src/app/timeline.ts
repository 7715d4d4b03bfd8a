import type { AgentSummary, Message } from '@dakenh/socket';
import type { Outgoing, Thread } from './talk/state.ts';

/** One line of the conversation as it is drawn. */
export type Row =
  | { kind: 'day'; key: string; instant: string }
  | { kind: 'joined'; key: string; name: string }
  | { kind: 'notice'; key: string; text: string }
  | { kind: 'message'; key: string; message: Message; first: boolean; last: boolean }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing; first: boolean; last: boolean };

const GROUP_MILLISECONDS = 5 * 60_000;

interface Utterance {
  author: string;
  at: string;
  row: Extract<Row, { kind: 'message' | 'outgoing' }>;
}

function sameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

function together(one: Utterance | undefined, other: Utterance | undefined): boolean {
  if (!one || !other || one.author !== other.author || !sameDay(one.at, other.at)) return false;
  return Date.parse(other.at) - Date.parse(one.at) < GROUP_MILLISECONDS;
}

/** Messages with day separators, and with a notice of each agent in the place where they joined. */
export function timeline(thread: Thread, agents: AgentSummary[]): Row[] {
  const rows: Row[] = [];
  const joins = agents
    .filter(({ joinedAfter = -1 }) => joinedAfter >= thread.loadedAfter)
    .sort((one, other) => (one.joinedAfter ?? 0) - (other.joinedAfter ?? 0));
  let day: string | undefined;
  let group: Utterance | undefined;

  function add(row: Row): void {
    if (group) group.row.last = true;
    group = undefined;
    rows.push(row);
  }

  function startDay(instant: string): void {
    if (day !== undefined && sameDay(day, instant)) return;
    day = instant;
    add({ kind: 'day', key: `day-${instant}`, instant });
  }

  function announceUntil(sequence: number): void {
    while (joins[0] && (joins[0].joinedAfter ?? 0) < sequence) {
      const { id, name } = joins.shift() as AgentSummary;
      add({ kind: 'joined', key: `joined-${id}`, name });
    }
  }

  function speak(utterance: Utterance): void {
    const joins = together(group, utterance);
    if (group) group.row.last = !joins;
    utterance.row.first = !joins;
    group = utterance;
    rows.push(utterance.row);
  }

  for (const message of thread.messages) {
    const { author, sequence, sentAt } = message;
    startDay(sentAt);
    announceUntil(sequence);
    if (author.kind === 'system' && !author.name) {
      add({ kind: 'notice', key: message.id, text: message.text });
      continue;
    }
    const key = message.clientMessageId ?? message.id;
    const row: Row = { kind: 'message', key, message, first: true, last: true };
    speak({ author: author.kind === 'visitor' ? 'visitor' : author.id, at: sentAt, row });
  }
  if (thread.messages.length > 0 || !thread.loading) announceUntil(Number.POSITIVE_INFINITY);
  for (const outgoing of thread.outgoing) {
    startDay(outgoing.at);
    const row: Row = { kind: 'outgoing', key: outgoing.clientMessageId, outgoing, first: true, last: true };
    speak({ author: 'visitor', at: outgoing.at, row });
  }
  return rows;
}
