import { Alert, Button, Form, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import type { Invitation } from './api.ts';
import { acceptInvitation, lookAtInvitation } from './api.ts';
import { rememberLogin } from './hint.ts';
import { LinkFailed } from './LinkFailed.tsx';
import { PasswordField } from './PasswordField.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './signup.module.css';
import { useLink } from './useLink.ts';

/** Behind the link of an invitation: a password of one's own. */
export function InvitationPage() {
  const { t } = useTranslation('signup');
  const { token, looked, retry } = useLink(lookAtInvitation);
  if (looked.kind === 'looking') {
    return (
      <PublicFrame title={t('invitation.lookingTitle')}>
        <div className={styles['waiting']} role="status">
          <Spin /> {t('confirm.looking')}
        </div>
      </PublicFrame>
    );
  }
  if (looked.kind === 'failed') {
    return <LinkFailed error={looked.error} ended={t('invitation.ended')} onRetry={retry} />;
  }
  return <Accept token={token} invitation={looked.value} />;
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation('signup');
  const http = useHttp();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ password: string }>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (password: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await acceptInvitation(http, token, password);
      setDone(true);
    } catch (error) {
      const found = fieldErrors(error, ['password'], errorText);
      form.setFields(found.fields.map(({ errors }) => ({ name: 'password', errors })));
      setProblem(found.rest ? errorText.of(error) : undefined);
    }
    setBusy(false);
  };
  const { businessName, name, email } = invitation;
  if (done) {
    return (
      <PublicFrame title={t('invitation.doneTitle')} text={t('confirmed.text', { email })}>
        <Button
          type="primary"
          block
          href="/"
          onClick={() => {
            rememberLogin(email);
          }}
        >
          {t('signIn')}
        </Button>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={t('invitation.title', { business: businessName })}
      text={t('invitation.text', { name, email })}
    >
      {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ password: '' }}
        onFinish={({ password }) => void submit(password)}
      >
        {/* Password managers keep the password under this name. */}
        <input
          type="email"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          autoComplete="username"
          value={email}
          readOnly
        />
        <PasswordField email={() => email} />
        <Button type="primary" block htmlType="submit" loading={busy}>
          {t('invitation.submit')}
        </Button>
      </Form>
    </PublicFrame>
  );
}
