import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../../shared/lib/form-problems.ts';
import { newId } from '../../../shared/lib/ids.ts';
import type { NewPerson } from '../api/staff.ts';
import { useCreatePerson } from '../api/staff.ts';
import styles from '../staff.module.css';
import { RoleField } from './RoleField.tsx';

const FIELDS = ['name', 'email', 'role', 'password'] as const;

type Fields = NewPerson & { how: 'mail' | 'password' };

export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['staff', 'common']);
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<Fields>();
  const create = useCreatePerson();
  const [idempotencyKey, setIdempotencyKey] = useState(newId);
  const how = Form.useWatch('how', form);
  const [problem, setProblem] = useState<string>();
  const submit = ({ how: chosen, password, ...values }: Fields) => {
    setProblem(undefined);
    const fields: NewPerson = { ...values, name: values.name.trim(), email: values.email.trim() };
    if (chosen === 'password' && password !== undefined) fields.password = password;
    create.mutate(
      { fields, idempotencyKey },
      {
        onSuccess: () => {
          void message.success(
            chosen === 'mail'
              ? t('invitationSent', { email: fields.email })
              : t('created', { name: fields.name }),
          );
          onClose();
        },
        onError: (error) => {
          const found = fieldErrors(error, FIELDS, errorText, {
            'email-exists': 'email',
            'staff-exists': 'email',
          });
          form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof Fields })));
          setProblem(found.rest ? errorText.of(error) : undefined);
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('newTitle')}
      okText={t('add')}
      cancelText={t('actions.cancel', { ns: 'common' })}
      confirmLoading={create.isPending}
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
        initialValues={{ role: 'agent', name: '', email: '', password: '', how: 'mail' }}
        onFinish={submit}
        // What is sent differs from the last try, so the key must too.
        onValuesChange={() => {
          setIdempotencyKey(newId());
        }}
        className={styles['form'] ?? ''}
      >
        {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={120} placeholder={t('namePlaceholder')} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('email')}
          validateTrigger="onBlur"
          rules={[
            { required: true, message: t('emailRequired') },
            { type: 'email', message: t('emailInvalid'), transform: (value: string) => value.trim() },
          ]}
        >
          <Input type="email" maxLength={254} autoComplete="off" inputMode="email" />
        </Form.Item>
        <RoleField />
        <Form.Item name="how" label={t('how')} extra={how === 'mail' ? t('byMailHelp') : undefined}>
          <Radio.Group
            options={[
              { value: 'mail', label: t('byMail') },
              { value: 'password', label: t('byPassword') },
            ]}
          />
        </Form.Item>
        {how === 'password' ? (
          <Form.Item
            name="password"
            label={t('password')}
            extra={t('passwordHelp')}
            validateTrigger="onBlur"
            rules={[{ required: true, min: 8, message: t('passwordRequired') }]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
