import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@dakenh/socket';
import { App, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadColleagues } from '../api/calls.ts';
import { useDesk } from '../model/DeskContext.ts';
import { loadPlaces, transfer } from './api.ts';
import styles from './care.module.css';
import { useCare } from './useCare.ts';

type Kind = 'department' | 'agent';

interface TransferDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

/** To a department, whose order begins anew, or to one agent, who is asked first. */
export function TransferDialog({ conversation, onClose }: TransferDialogProps) {
  const { t } = useTranslation(['care', 'common']);
  const http = useHttp();
  const desk = useDesk();
  const care = useCare();
  const { message } = App.useApp();
  const [kind, setKind] = useState<Kind>('department');
  const [target, setTarget] = useState<string>();
  const places = useQuery({
    queryKey: ['desk', 'places'],
    queryFn: ({ signal }) => loadPlaces(http, signal),
  });
  const people = useQuery({
    queryKey: ['desk', 'people'],
    queryFn: ({ signal }) => loadColleagues(http, signal),
    enabled: kind === 'agent',
  });
  const taking = new Set(conversation.agents.map((agent) => agent.id));
  const options =
    kind === 'department'
      ? (places.data ?? []).map((one) => ({ value: one.id, label: one.name }))
      : (people.data ?? [])
          .filter((one) => !taking.has(one.id))
          .map((one) => ({
            value: one.id,
            label: `${one.name} · ${t(`presence.${one.state}`, { ns: 'common' })}`,
          }));
  const go = async () => {
    if (target === undefined) return;
    const to = kind === 'department' ? { departmentId: target } : { agentId: target };
    const done = await care.run(async (caller) => {
      desk.told(await transfer(caller, conversation.id, to));
    });
    if (!done) return;
    void message.success(t('transfer.done'));
    onClose();
  };
  return (
    <Modal
      open
      title={t('transfer.title')}
      okText={t('transfer.go')}
      okButtonProps={{ disabled: target === undefined }}
      confirmLoading={care.busy}
      cancelText={t('actions.cancel', { ns: 'common' })}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className={styles['fields']}>
        <p>{t('transfer.body')}</p>
        <Segmented<Kind>
          value={kind}
          aria-label={t('transfer.to')}
          onChange={(next) => {
            setKind(next);
            setTarget(undefined);
          }}
          options={[
            { value: 'department', label: t('transfer.department') },
            { value: 'agent', label: t('transfer.agent') },
          ]}
        />
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('transfer.to')}
          placeholder={t('transfer.choose')}
          value={target ?? null}
          options={options}
          loading={places.isFetching || people.isFetching}
          onChange={(next) => {
            setTarget(next ?? undefined);
          }}
          data-testid="transfer-target"
        />
      </div>
    </Modal>
  );
}
