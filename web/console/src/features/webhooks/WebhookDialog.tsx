import { codeOf } from '@dakenh/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import type { Webhook, WebhookDraft } from './api.ts';
import { EVENTS, saveWebhook, WEBHOOKS_KEY } from './api.ts';
import styles from './webhooks.module.css';
import { useWebhookWords } from './words.ts';

const FIELDS = ['name', 'url', 'events'] as const;
const NEW: WebhookDraft = { name: '', url: '', events: ['message.received'], active: true };

interface WebhookDialogProps {
  /** Nothing: a new one. */
  held: Webhook | undefined;
  onClose: () => void;
  onSaved: (saved: Webhook) => void;
}

export function WebhookDialog({ held, onClose, onSaved }: WebhookDialogProps) {
  const { t } = useTranslation(['webhooks', 'common']);
  const words = useWebhookWords();
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [form] = Form.useForm<WebhookDraft>();
  const [problem, setProblem] = useState<string>();
  const save = useMutation({
    mutationFn: (draft: WebhookDraft) => saveWebhook(http, held, draft),
    onSuccess: (saved) => {
      void message.success(t('saved', { name: saved.name }));
      onSaved(saved);
    },
    onError: (error) => {
      const found = fieldErrors(error, FIELDS, errorText);
      form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof WebhookDraft })));
      const text = codeOf(error) === 'etag-mismatch' ? t('stale') : errorText.of(error);
      setProblem(found.rest ? text : undefined);
    },
    onSettled: () => client.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  });
  const first: WebhookDraft =
    held === undefined ? NEW : { ...held, events: [...held.events], active: held.state === 'active' };
  return (
    <Modal
      open
      title={held === undefined ? t('newTitle') : t('editTitle', { name: held.name })}
      okText={t('save')}
      cancelText={t('actions.cancel', { ns: 'common' })}
      confirmLoading={save.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onFinish={(draft) => {
          setProblem(undefined);
          save.mutate({
            name: draft.name.trim(),
            url: draft.url.trim(),
            events: draft.events,
            active: draft.active,
          });
        }}
        className={styles['form'] ?? ''}
      >
        {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={80} placeholder={t('namePlaceholder')} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="url"
          label={t('url')}
          extra={t('urlHelp')}
          rules={[{ required: true, whitespace: true, message: t('urlRequired') }]}
        >
          <Input
            inputMode="url"
            maxLength={2000}
            placeholder="https://example.vn/webhook"
            autoComplete="off"
          />
        </Form.Item>
        <Form.Item
          name="events"
          label={t('events')}
          rules={[{ required: true, type: 'array', min: 1, message: t('eventsRequired') }]}
        >
          <Checkbox.Group
            className={styles['choices'] ?? ''}
            options={EVENTS.map((value) => ({ value, label: words.event(value) }))}
          />
        </Form.Item>
        {held === undefined ? (
          <Form.Item name="active" hidden>
            <Input />
          </Form.Item>
        ) : (
          <Form.Item name="active" label={t('active')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
