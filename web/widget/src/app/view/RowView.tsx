import type { Conversation, Message } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import type { Outgoing } from '../talk/state.ts';
import type { Row } from '../timeline.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { loadReceipt } from './receipt.ts';
import { RichText } from './RichText.tsx';
import type { Said } from './useExtras.ts';
import { isSpecial, useExtras } from './useExtras.ts';
import { useTalk, useTalkState } from './useTalk.ts';

interface RowViewProps {
  row: Row;
  summary: Conversation | undefined;
  lastSequence: number;
  title: string;
}

const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*\s*){1,3}$/u;

function bubbleClass(text: string, first: boolean, last: boolean): string {
  return ['bubble', first && 'first', last && 'last', ONLY_EMOJI.test(text) && 'only-emoji']
    .filter(Boolean)
    .join(' ');
}

/** What was said, in words and whatever else. */
function Bubble(props: { of: Said; title: string; first: boolean; last: boolean }): JSX.Element {
  const { of, title, first, last } = props;
  const extras = useExtras(isSpecial(of));
  return (
    <>
      {extras && <extras.Above of={of} title={title} />}
      {of.text && (
        <div class={bubbleClass(of.text, first, last)}>
          <RichText text={of.text} />
        </div>
      )}
      {extras && <extras.Below of={of} title={title} />}
      {extras && of.author && <extras.MessageMenu of={of} />}
    </>
  );
}

function Own({
  row,
  summary,
  lastSequence,
  title,
}: RowViewProps & { row: { kind: 'message' } & Row }): JSX.Element {
  const { time } = useLanguage();
  const { message, first, last } = row;
  const { sequence } = message;
  return (
    <li class="own">
      <Bubble of={message} title={title} first={first} last={last} />
      {last && (
        <p class="meta">
          <time dateTime={message.sentAt}>{time(message.sentAt)}</time>
          {sequence === lastSequence && <Later load={loadReceipt} sequence={sequence} summary={summary} />}
        </p>
      )}
    </li>
  );
}

function Other({
  message,
  first,
  last,
  title,
}: {
  message: Message;
  first: boolean;
  last: boolean;
  title: string;
}): JSX.Element {
  const { time } = useLanguage();
  const ownName = cleanName(message.author.name);
  const name = ownName || title;
  return (
    <li class="other">
      {last ? <Avatar name={ownName} url={message.author.avatarUrl} /> : <span class="gap" />}
      <div class="said">
        {first && (
          <p class="meta">
            <bdi>{name}</bdi>
          </p>
        )}
        <Bubble of={message} title={title} first={first} last={last} />
        {last && (
          <p class="meta">
            <time dateTime={message.sentAt}>{time(message.sentAt)}</time>
          </p>
        )}
      </div>
    </li>
  );
}

function Waiting({
  outgoing,
  first,
  last,
}: {
  outgoing: Outgoing;
  first: boolean;
  last: boolean;
}): JSX.Element {
  const { texts } = useLanguage();
  const talk = useTalk();
  const { connection } = useTalkState();
  const failed = outgoing.state === 'failed';
  const reason =
    outgoing.code !== undefined && Object.hasOwn(texts.errors, outgoing.code)
      ? texts.errors[outgoing.code as keyof typeof texts.errors]
      : texts.errors.other;
  return (
    <li class={`own ${outgoing.state}`}>
      <Bubble of={outgoing as Said} title="" first={first} last={last} />
      {failed ? (
        <p class="meta problem" role="alert">
          <Icon name="warning" />
          {texts.failed}. {reason}
          <button
            type="button"
            onClick={() => {
              talk.retry(outgoing.clientMessageId);
            }}
          >
            {texts.retry}
          </button>
        </p>
      ) : (
        last && <p class="meta">{connection.kind === 'online' ? texts.sending : texts.queued}</p>
      )}
    </li>
  );
}

export function RowView(props: RowViewProps): JSX.Element {
  const { texts, day } = useLanguage();
  const { row, title } = props;
  switch (row.kind) {
    case 'day':
      return (
        <li class="day">
          <time dateTime={row.instant}>{day(row.instant, new Date())}</time>
        </li>
      );
    case 'joined':
      return (
        <li class="notice">
          <bdi>{texts.joined(cleanName(row.name))}</bdi>
        </li>
      );
    case 'notice':
      return (
        <li class="notice" dir="auto">
          {row.text}
        </li>
      );
    case 'outgoing':
      return <Waiting outgoing={row.outgoing} first={row.first} last={row.last} />;
    case 'message':
      return row.message.author.kind === 'visitor' ? (
        <Own {...props} row={row} />
      ) : (
        <Other message={row.message} first={row.first} last={row.last} title={title} />
      );
  }
}
