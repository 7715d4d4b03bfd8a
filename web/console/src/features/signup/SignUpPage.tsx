import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useLanguage } from '../../shared/i18n/language.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import { newId } from '../../shared/lib/ids.ts';
import type { SignUpFields } from './api.ts';
import { signUp } from './api.ts';
import { SIGN_UP_SENT } from './paths.ts';
import { PasswordField } from './PasswordField.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { referralOf } from './referral.ts';
import styles from './signup.module.css';

const FIELDS = ['name', 'ownerName', 'email', 'password'] as const;

export function SignUpPage() {
  const { t } = useTranslation('signup');
  const http = useHttp();
  const language = useLanguage();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [form] = Form.useForm<SignUpFields>();
  const [referral] = useState(() => referralOf(window.location.search, document.cookie));
  const [idempotencyKey, setIdempotencyKey] = useState(newId);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const refused = (error: unknown) => {
    const found = fieldErrors(error, FIELDS, errorText);
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof SignUpFields })));
    setProblem(found.rest ? errorText.of(error) : undefined);
  };

  const submit = async (values: SignUpFields) => {
    setProblem(undefined);
    setBusy(true);
    const email = values.email.trim();
    try {
      const sent = await signUp(http, { ...values, email, ...referral, locale: language }, idempotencyKey);
      await navigate(SIGN_UP_SENT, { state: { id: sent.id, email } });
    } catch (error) {
      refused(error);
      setBusy(false);
    }
  };

  return (
    <PublicFrame title={t('title')} text={t('lead')}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ name: '', ownerName: '', email: '', password: '' }}
        onFinish={(values) => void submit(values)}
        // What is sent differs from the last try, so the key must too.
        onValuesChange={() => {
          setIdempotencyKey(newId());
        }}
      >
        {referral.referralCode === undefined ? null : <Alert type="success" showIcon title={t('invited')} />}
        {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
        <Form.Item
          name="name"
          label={t('name')}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={120} autoComplete="organization" placeholder={t('namePlaceholder')} />
        </Form.Item>
        <Form.Item
          name="ownerName"
          label={t('ownerName')}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: t('ownerNameRequired') }]}
        >
          <Input maxLength={120} autoComplete="name" placeholder={t('ownerNamePlaceholder')} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('email')}
          extra={t('emailHelp')}
          validateTrigger="onBlur"
          rules={[
            { required: true, message: t('emailRequired') },
            { type: 'email', message: t('emailInvalid'), transform: (value: string) => value.trim() },
          ]}
        >
          <Input type="email" maxLength={254} autoComplete="email" inputMode="email" />
        </Form.Item>
        <PasswordField email={() => form.getFieldValue('email') as unknown} />
        <Button type="primary" block htmlType="submit" loading={busy}>
          {t('submit')}
        </Button>
      </Form>
      <p className={styles['also']}>
        {t('haveAccount')} <a href="/">{t('signIn')}</a>
      </p>
    </PublicFrame>
  );
}
