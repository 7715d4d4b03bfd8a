import {
  ClockCircleOutlined,
  DownloadOutlined,
  LogoutOutlined,
  MailOutlined,
  MoreOutlined,
  StopOutlined,
  SwapOutlined,
  UndoOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import type { Conversation } from '@dakenh/socket';
import type { MenuProps } from 'antd';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../shared/lib/save-file.ts';
import { useUndo } from '../../../shared/ui/useUndo.tsx';
import { useDesk } from '../model/DeskContext.ts';
import { AddDialog } from './AddDialog.tsx';
import { leave, reopen, snooze, unblock, wake } from './api.ts';
import { BlockDialog } from './BlockDialog.tsx';
import { snoozeChoices } from './times.ts';
import { TranscriptDialog } from './TranscriptDialog.tsx';
import { downloadTranscript } from './transcripts.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useCare } from './useCare.ts';

type Dialog = 'transfer' | 'add' | 'block' | 'transcript';

/** What can become of the conversation on screen besides being answered and closed. */
export function ThreadActions({ conversation, mine }: { conversation: Conversation; mine: boolean }) {
  const { t } = useTranslation(['care', 'common']);
  const desk = useDesk();
  const care = useCare();
  const undoable = useUndo();
  const { modal } = App.useApp();
  const [dialog, setDialog] = useState<Dialog>();
  const { id, state, visitor } = conversation;
  const open = state === 'open';
  const snoozed = conversation.snoozedUntil !== undefined;
  const others = conversation.agents.length > 1;

  const goAway = () => {
    modal.confirm({
      title: t('actions.leaveTitle'),
      content: t(others ? 'actions.leaveOthers' : 'actions.leaveLast'),
      okText: t('actions.leave'),
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: async () => {
        await care.run((http) => leave(http, id));
      },
    });
  };
  const putOff = async (until: Date) => {
    const done = await care.run(async (http) => {
      desk.told(await snooze(http, id, until.toISOString()));
    });
    if (done) undoable(t('actions.done'), () => void care.run((http) => wake(http, id)));
  };
  const lift = () => care.run((http) => unblock(http, visitor.id));

  const download = () =>
    care.run(async (http) => {
      saveFile(await downloadTranscript(http, id), `${t('transcript.file')}-${id}.html`);
    });

  const items: NonNullable<MenuProps['items']> = [];
  if (!open)
    items.push({ key: 'reopen', icon: <UndoOutlined aria-hidden="true" />, label: t('actions.reopen') });
  if (open && mine) {
    items.push(
      { key: 'transfer', icon: <SwapOutlined aria-hidden="true" />, label: t('actions.transfer') },
      { key: 'add', icon: <UserAddOutlined aria-hidden="true" />, label: t('actions.add') },
      snoozed
        ? { key: 'wake', icon: <ClockCircleOutlined aria-hidden="true" />, label: t('actions.wake') }
        : {
            key: 'snooze',
            icon: <ClockCircleOutlined aria-hidden="true" />,
            label: t('actions.snooze'),
            children: snoozeChoices(new Date()).map((choice) => ({
              key: `snooze:${choice.at.toISOString()}`,
              label: t(`actions.${choice.key}`),
            })),
          },
      { key: 'leave', icon: <LogoutOutlined aria-hidden="true" />, label: t('actions.leave') },
    );
  }
  items.push(
    { key: 'download', icon: <DownloadOutlined aria-hidden="true" />, label: t('transcript.download') },
    { key: 'transcript', icon: <MailOutlined aria-hidden="true" />, label: t('transcript.mail') },
    conversation.blocked === true
      ? { key: 'unblock', icon: <StopOutlined aria-hidden="true" />, label: t('actions.unblock') }
      : { key: 'block', icon: <StopOutlined aria-hidden="true" />, label: t('actions.block'), danger: true },
  );

  const choose = (key: string) => {
    if (key.startsWith('snooze:')) void putOff(new Date(key.slice('snooze:'.length)));
    else if (key === 'transfer' || key === 'add' || key === 'block' || key === 'transcript') setDialog(key);
    else if (key === 'leave') goAway();
    else if (key === 'download') void download();
    else if (key === 'wake') void care.run((http) => wake(http, id));
    else if (key === 'unblock') void lift();
    else if (key === 'reopen') {
      void care.run(async (http) => {
        desk.told(await reopen(http, id));
      });
    }
  };
  const close = () => {
    setDialog(undefined);
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            choose(key);
          },
        }}
      >
        <Button
          type="text"
          icon={<MoreOutlined aria-hidden="true" />}
          aria-label={t('actions.more')}
          data-testid="thread-actions"
        />
      </Dropdown>
      {dialog === 'transfer' ? <TransferDialog conversation={conversation} onClose={close} /> : null}
      {dialog === 'add' ? <AddDialog conversation={conversation} onClose={close} /> : null}
      {dialog === 'transcript' ? <TranscriptDialog conversation={conversation} onClose={close} /> : null}
      {dialog === 'block' ? <BlockDialog visitorId={visitor.id} onClose={close} /> : null}
    </>
  );
}
