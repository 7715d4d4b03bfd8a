import {
  DeleteOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  LikeOutlined,
  LockOutlined,
  MoreOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { Message } from '@dakenh/socket';
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { useDesk } from '../model/DeskContext.ts';
import styles from '../thread/message/message.module.css';
import type { CommentAction } from './api.ts';
import { actOnComment } from './api.ts';
import { ruleOf } from './rule.ts';
import { useChannelError } from './useChannelError.ts';

interface ChannelActionsProps {
  conversationId: string;
  message: Message;
  own: boolean;
}

type Items = NonNullable<MenuProps['items']>;

/** Whoever opened the menu by a key goes on in it with the arrows. */
const FOCUSED = { autoFocus: true };

/** What a provider lets one do with a message: answer it; of comments also hide, like and delete. */
export function ChannelActions({ conversationId, message, own }: ChannelActionsProps) {
  const { t } = useTranslation(['channelDesk', 'desk', 'common']);
  const desk = useDesk();
  const http = useHttp();
  const errorText = useErrorText();
  const channelError = useChannelError();
  const { message: notices, modal } = App.useApp();
  const [items, setItems] = useState<Items>();
  const { sequence, channel } = message;
  const { comment } = channel ?? {};

  const act = async (action: CommentAction) => {
    try {
      await actOnComment(http, conversationId, sequence, action);
      void notices.info(t('comment.asked'));
    } catch (error) {
      void notices.error(channelError(error) ?? errorText.of(error));
    }
  };
  const remove = () => {
    modal.confirm({
      title: t('comment.removeTitle'),
      content: t('comment.removeBody'),
      okText: t('comment.remove'),
      okButtonProps: { danger: true },
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: () => act('delete'),
    });
  };

  const build = (): Items => {
    const answer = (alone: boolean) => () => {
      desk.composing.reply(conversationId, message, alone);
    };
    const reply = { key: 'reply', icon: <RollbackOutlined aria-hidden="true" />, onClick: answer(false) };
    if (!comment) return [{ ...reply, label: t('message.reply', { ns: 'desk' }) }];
    const held = desk.getState().conversations.get(conversationId);
    const rule = held ? ruleOf(held, Date.now()) : { kind: 'none' as const };
    const hide: CommentAction = comment.hidden ? 'show' : 'hide';
    const like: CommentAction = comment.liked ? 'unlike' : 'like';
    return [
      { ...reply, label: t('comment.reply') },
      {
        key: 'alone',
        label: t('comment.replyAlone'),
        icon: <LockOutlined aria-hidden="true" />,
        disabled: rule.kind !== 'comment' || !rule.alone,
        onClick: answer(true),
      },
      {
        key: like,
        label: t(`comment.${like}`),
        icon: <LikeOutlined aria-hidden="true" />,
        onClick: () => void act(like),
      },
      {
        key: hide,
        label: t(`comment.${hide}`),
        icon: comment.hidden ? (
          <EyeOutlined aria-hidden="true" />
        ) : (
          <EyeInvisibleOutlined aria-hidden="true" />
        ),
        onClick: () => void act(hide),
      },
      {
        key: 'delete',
        label: t('comment.remove'),
        danger: true,
        icon: <DeleteOutlined aria-hidden="true" />,
        onClick: remove,
      },
    ];
  };

  return (
    <Dropdown
      open={items !== undefined}
      onOpenChange={(open) => {
        setItems(open ? build() : undefined);
      }}
      trigger={['click']}
      menu={{ items: items ?? [] }}
      placement={own ? 'bottomRight' : 'bottomLeft'}
      {...FOCUSED}
    >
      <Button
        className={styles['more'] ?? ''}
        size="small"
        type="text"
        icon={<MoreOutlined aria-hidden="true" />}
        aria-label={t('message.actions', { ns: 'desk' })}
        aria-expanded={items !== undefined}
        data-testid="message-actions"
      />
    </Dropdown>
  );
}
