import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import type { ApiKey, NewApiKey, Scope } from './api.ts';
import { KEYS_KEY, makeKey, SCOPES, WORDS } from './api.ts';
import styles from './apiKeys.module.css';

const FIELDS = ['name', 'scopes'] as const;
const LIFETIMES = ['never', '30', '90', '365'] as const;
const DAY = 86_400_000;

interface Fields {
  name: string;
  scopes: Scope[];
  lifetime: (typeof LIFETIMES)[number];
}

interface NewKeyDialogProps {
  onClose: () => void;
  onMade: (key: ApiKey) => void;
}

export function NewKeyDialog({ onClose, onMade }: NewKeyDialogProps) {
  const { t } = useTranslation(['apiKeys', 'common']);
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [form] = Form.useForm<Fields>();
  const [problem, setProblem] = useState<string>();
  const make = useMutation({
    mutationFn: (wanted: NewApiKey) => makeKey(http, wanted),
    onSuccess: (key) => {
      void client.invalidateQueries({ queryKey: KEYS_KEY });
      onMade(key);
    },
    onError: (error) => {
      const found = fieldErrors(error, FIELDS, errorText);
      form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof Fields })));
      setProblem(found.rest ? errorText.of(error) : undefined);
    },
  });
  const submit = ({ name, scopes, lifetime }: Fields) => {
    setProblem(undefined);
    const wanted: NewApiKey = { name: name.trim(), scopes };
    if (lifetime !== 'never') wanted.expiresAt = new Date(Date.now() + Number(lifetime) * DAY).toISOString();
    make.mutate(wanted);
  };
  return (
    <Modal
      open
      title={t('newTitle')}
      okText={t('make')}
      cancelText={t('actions.cancel', { ns: 'common' })}
      confirmLoading={make.isPending}
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
        initialValues={{ name: '', scopes: [], lifetime: 'never' }}
        onFinish={submit}
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
          name="scopes"
          label={t('scopes')}
          rules={[{ required: true, type: 'array', min: 1, message: t('scopesRequired') }]}
        >
          <Checkbox.Group
            className={styles['scopes'] ?? ''}
            options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${WORDS[scope]}`) }))}
          />
        </Form.Item>
        <Form.Item name="lifetime" label={t('lifetime')}>
          <Radio.Group options={LIFETIMES.map((value) => ({ value, label: t(`days.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
