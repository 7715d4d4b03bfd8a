import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@dakenh/socket';
import { App, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadColleagues } from '../api/calls.ts';
import { useDesk } from '../model/DeskContext.ts';
import { addAgent } from './api.ts';
import { useCare } from './useCare.ts';

interface AddDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

export function AddDialog({ conversation, onClose }: AddDialogProps) {
  const { t } = useTranslation(['care', 'common']);
  const http = useHttp();
  const desk = useDesk();
  const care = useCare();
  const { message } = App.useApp();
  const [target, setTarget] = useState<string>();
  const people = useQuery({
    queryKey: ['desk', 'people'],
    queryFn: ({ signal }) => loadColleagues(http, signal),
  });
  const taking = new Set(conversation.agents.map((agent) => agent.id));
  const free = (people.data ?? []).filter((one) => !taking.has(one.id));
  const go = async () => {
    if (target === undefined) return;
    const done = await care.run(async (caller) => {
      desk.told(await addAgent(caller, conversation.id, target));
    });
    if (!done) return;
    void message.success(t('add.done', { name: free.find((one) => one.id === target)?.name ?? '' }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('add.title')}
      okText={t('add.go')}
      okButtonProps={{ disabled: target === undefined }}
      confirmLoading={care.busy}
      cancelText={t('actions.cancel', { ns: 'common' })}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <Select
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('transfer.agent')}
        placeholder={t('transfer.choose')}
        value={target ?? null}
        loading={people.isFetching}
        options={free.map((one) => ({
          value: one.id,
          label: `${one.name} · ${t(`presence.${one.state}`, { ns: 'common' })}`,
        }))}
        onChange={(next) => {
          setTarget(next ?? undefined);
        }}
      />
    </Modal>
  );
}
