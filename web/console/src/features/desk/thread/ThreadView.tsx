import { ArrowLeftOutlined, CloseCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import type { Conversation, Note } from '@dakenh/socket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { fullTime } from '../../../shared/lib/time.ts';
import { useNow } from '../../../shared/lib/useNow.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { LoadError } from '../../../shared/ui/Notice.tsx';
import { EditingContext } from '../care/EditingContext.ts';
import { ReplyOrNote } from '../care/ReplyOrNote.tsx';
import { ThreadActions } from '../care/ThreadActions.tsx';
import { ThreadStatus } from '../care/ThreadStatus.tsx';
import { useMentionsSeen } from '../care/useMentionsSeen.ts';
import { BlockedBar } from '../channel/BlockedBar.tsx';
import channelStyles from '../channel/channel.module.css';
import { ruleOf } from '../channel/rule.ts';
import { ChannelBadge } from '../components/ChannelBadge.tsx';
import { useDesk } from '../model/DeskContext.ts';
import { AroundMessage } from './AroundMessage.tsx';
import { Composer } from './Composer.tsx';
import { MessageList } from './MessageList.tsx';
import styles from './thread.module.css';
import { TypingLine } from './TypingLine.tsx';
import { useThread } from './useThread.ts';

interface ThreadViewProps {
  conversationId: string;
  visitorShown: boolean;
  /** Sequence of a message that was searched for; undefined: the newest are shown. */
  at: number | undefined;
  onNewest: () => void;
  onBack: () => void;
  onToggleVisitor: () => void;
}

/** Keyed by conversation. */
export function ThreadView(props: ThreadViewProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { query, conversation, thread, mine, online } = useThread(props.conversationId);
  const name = conversation?.visitor.name || t('thread.anonymous');
  const [editing, setEditing] = useState<Note>();
  useMentionsSeen(props.conversationId);
  return (
    <EditingContext value={{ note: editing, edit: setEditing }}>
      <section className={styles['pane']} aria-label={t('thread.label', { name })}>
        <ThreadHeader {...props} conversation={conversation} name={name} mine={mine} />
        {conversation ? <ThreadStatus conversation={conversation} /> : null}
        {conversation && props.at !== undefined ? (
          <AroundMessage key={props.at} conversation={conversation} at={props.at} onNewest={props.onNewest} />
        ) : null}
        {thread && conversation && props.at === undefined ? (
          <MessageList conversation={conversation} thread={thread} mine={mine} online={online} />
        ) : null}
        {!thread && query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {!thread && !query.isError ? (
          <div
            className={styles['skeleton']}
            role="status"
            aria-label={t('states.loading', { ns: 'common' })}
          >
            <Skeleton active avatar title={false} paragraph={{ rows: 2, width: ['60%', '40%'] }} />
            <Skeleton
              active
              title={false}
              paragraph={{ rows: 2, width: ['50%', '30%'] }}
              className={styles['own'] ?? ''}
            />
            <Skeleton active avatar title={false} paragraph={{ rows: 1, width: '45%' }} />
          </div>
        ) : null}
        {conversation ? (
          <ReplyOrNote
            conversationId={conversation.id}
            reply={<ThreadFooter conversation={conversation} mine={mine} online={online} />}
          />
        ) : null}
      </section>
    </EditingContext>
  );
}

interface ThreadHeaderProps extends ThreadViewProps {
  conversation: Conversation | undefined;
  name: string;
  mine: boolean;
}

function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, name } = props;
  const { t } = useTranslation(['desk', 'common']);
  const desk = useDesk();
  const errorText = useErrorText();
  const { modal, message } = App.useApp();
  const close = () => {
    modal.confirm({
      title: t('thread.closeTitle'),
      content: t('thread.closeBody'),
      okText: t('thread.closeConfirm'),
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: async () => {
        try {
          await desk.closeConversation(props.conversationId);
        } catch (error) {
          void message.error(errorText.of(error));
        }
      },
    });
  };
  return (
    <header className={styles['header']}>
      <Button
        type="text"
        className={styles['back'] ?? ''}
        icon={<ArrowLeftOutlined aria-hidden="true" />}
        aria-label={t('actions.back', { ns: 'common' })}
        onClick={props.onBack}
      />
      <Avatar
        id={conversation?.visitor.id ?? ''}
        name={name}
        url={conversation?.visitor.avatarUrl}
        size={38}
      />
      <div className={styles['who']}>
        <h2 dir="auto">{name}</h2>
        {conversation ? (
          <p>
            <ChannelBadge kind={conversation.channelKind} />
            <span className={channelStyles['pageName']} data-testid="channel-name">
              {conversation.channel?.name ?? t(`channel.${conversation.channelKind}`, { ns: 'common' })}
            </span>
            {conversation.agents.length > 0 ? (
              <span className={channelStyles['agentNames']}>
                {`· ${conversation.agents.map((agent) => agent.name).join(', ')}`}
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
      {conversation?.state === 'open' && props.mine ? (
        <Button
          icon={<CloseCircleOutlined aria-hidden="true" />}
          onClick={close}
          aria-label={t('thread.close')}
        >
          <span className={styles['wide']}>{t('thread.close')}</span>
        </Button>
      ) : null}
      {conversation ? <ThreadActions conversation={conversation} mine={props.mine} /> : null}
      <Button
        type="text"
        className={styles['info'] ?? ''}
        icon={<InfoCircleOutlined aria-hidden="true" />}
        aria-label={t('thread.showVisitor')}
        aria-pressed={props.visitorShown}
        onClick={props.onToggleVisitor}
      />
    </header>
  );
}

interface ThreadFooterProps {
  conversation: Conversation;
  mine: boolean;
  online: boolean;
}

function ThreadFooter({ conversation, mine, online }: ThreadFooterProps) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const names = conversation.agents.map((agent) => agent.name).join(', ');
  const now = useNow(15_000);
  const rule = ruleOf(conversation, now);
  const take = useMutation({
    mutationFn: () => (names === '' ? desk.take(conversation.id) : desk.join(conversation.id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desk'] }),
    onError: (error) => {
      void message.error(errorText.of(error));
      void client.invalidateQueries({ queryKey: ['desk'] });
    },
  });
  if (conversation.state === 'closed') {
    const time = fullTime(conversation.closedAt ?? conversation.openedAt);
    return <p className={styles['bar']}>{t('thread.closed', { time })}</p>;
  }
  if (mine && rule.kind === 'blocked') {
    return (
      <div className={styles['footer']}>
        <BlockedBar reason={rule.reason} />
      </div>
    );
  }
  if (mine) {
    const longest = conversation.channel?.reply.textLimit;
    return (
      <div className={styles['footer']}>
        <TypingLine conversationId={conversation.id} />
        <Composer
          key={conversation.id}
          conversationId={conversation.id}
          online={online}
          rule={rule}
          {...(longest === undefined ? {} : { longest })}
        />
      </div>
    );
  }
  if (take.isSuccess) {
    return (
      <p className={styles['bar']} role="status">
        {t('thread.joining')}
      </p>
    );
  }
  return (
    <div className={styles['bar']}>
      <span>{names === '' ? t('thread.takeHint') : t('thread.watchHint', { names })}</span>
      <Button
        type={names === '' ? 'primary' : 'default'}
        loading={take.isPending}
        onClick={() => {
          take.mutate();
        }}
        data-testid={names === '' ? 'take' : 'join'}
      >
        {t(names === '' ? 'thread.take' : 'thread.join')}
      </Button>
    </div>
  );
}
