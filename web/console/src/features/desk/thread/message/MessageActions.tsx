import {
  DeleteOutlined,
  EditOutlined,
  MoreOutlined,
  RollbackOutlined,
  SmileOutlined,
} from '@ant-design/icons';
import type { Message } from '@dakenh/socket';
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../../shared/i18n/useErrorText.ts';
import { useDesk } from '../../model/DeskContext.ts';
import styles from './message.module.css';

export const REACTIONS = ['👍', '❤️', '😀', '😮', '😢', '🙏'];

/** The server's own bound, by its clock; a little less, so that what is offered mostly succeeds. */
const CHANGEABLE_MILLISECONDS = 15 * 60_000 - 5_000;

export function changeable(message: Message, now: number): boolean {
  return (
    message.deletedAt === undefined && now - new Date(message.sentAt).getTime() < CHANGEABLE_MILLISECONDS
  );
}

type Items = NonNullable<MenuProps['items']>;

/** Whoever opened the menu by a key goes on in it with the arrows. */
const FOCUSED = { autoFocus: true };

interface MessageActionsProps {
  conversationId: string;
  message: Message;
  own: boolean;
}

/** What can be done with a message, in one menu: a single stop for Tab, arrows inside. */
export function MessageActions({ conversationId, message, own }: MessageActionsProps) {
  const { t } = useTranslation(['desk', 'common']);
  const desk = useDesk();
  const errorText = useErrorText();
  const { message: notices, modal } = App.useApp();
  /** Made when the menu is opened: a long conversation has hundreds of them. */
  const [items, setItems] = useState<Items>();
  const { sequence } = message;

  const failed = (error: unknown) => void notices.error(errorText.of(error));
  const react = (emoji: string) => {
    desk.change({ type: 'react', conversationId, sequence, emoji, active: true }).catch(failed);
  };
  const remove = () => {
    modal.confirm({
      title: t('message.deleteTitle'),
      content: t('message.deleteBody'),
      okText: t('message.delete'),
      okButtonProps: { danger: true },
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: () => desk.change({ type: 'delete', conversationId, sequence }).catch(failed),
    });
  };

  const build = (now: number): Items => [
    {
      key: 'react',
      label: t('message.react'),
      icon: <SmileOutlined aria-hidden="true" />,
      children: REACTIONS.map((emoji) => ({
        key: emoji,
        label: emoji,
        onClick: () => {
          react(emoji);
        },
      })),
    },
    {
      key: 'reply',
      label: t('message.reply'),
      icon: <RollbackOutlined aria-hidden="true" />,
      onClick: () => {
        desk.composing.reply(conversationId, message);
      },
    },
    ...(own && changeable(message, now)
      ? [
          {
            key: 'edit',
            label: t('message.edit'),
            icon: <EditOutlined aria-hidden="true" />,
            onClick: () => {
              desk.composing.edit(conversationId, message);
            },
          },
          {
            key: 'delete',
            label: t('message.delete'),
            danger: true,
            icon: <DeleteOutlined aria-hidden="true" />,
            onClick: remove,
          },
        ]
      : []),
  ];

  return (
    <Dropdown
      open={items !== undefined}
      onOpenChange={(open) => {
        setItems(open ? build(Date.now()) : undefined);
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
        aria-label={t('message.actions')}
        aria-expanded={items !== undefined}
        data-testid="message-actions"
      />
    </Dropdown>
  );
}
