import { UserAddOutlined } from '@ant-design/icons';
import type { CallView } from '@dakenh/socket';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { loadColleagues } from '../api/calls.ts';
import { useDesk } from '../model/DeskContext.ts';

const LOOK_AGAIN_MILLISECONDS = 3_000;

/** Asks a colleague who is there into the call. */
export function AddAgent({ view }: { view: CallView }) {
  const { t } = useTranslation('calls');
  const desk = useDesk();
  const http = useHttp();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const colleagues = useQuery({
    queryKey: ['desk', 'call-colleagues'],
    queryFn: ({ signal }) => loadColleagues(http, signal),
    enabled: open,
    // Who comes while one looks is there to be asked.
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const inside = new Set(view.participants.map((part) => part.personId));
  const there = (colleagues.data ?? []).filter(({ id, state }) => state !== 'offline' && !inside.has(id));
  const ask = async (agentId: string) => {
    try {
      await desk.calls.invite(view.id, agentId);
    } catch (error) {
      void message.error(errorText.of(error));
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items:
          there.length === 0
            ? [{ key: '', label: t('bar.nobody'), disabled: true }]
            : there.map(({ id, name }) => ({ key: id, label: name })),
        onClick: ({ key }) => {
          if (key !== '') void ask(key);
        },
      }}
    >
      <Button
        shape="circle"
        icon={<UserAddOutlined aria-hidden="true" />}
        aria-label={t('bar.add')}
        title={t('bar.add')}
        data-testid="call-add"
      />
    </Dropdown>
  );
}
