import { isProblem } from '@dakenh/api-client';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import type { SignUpState } from './api.ts';
import { confirmSignUp, lookAtSignUp } from './api.ts';
import { rememberLogin } from './hint.ts';
import { LinkFailed } from './LinkFailed.tsx';
import { FIRST_PAGE, SIGN_UP } from './paths.ts';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './signup.module.css';
import { useLink } from './useLink.ts';

/** Behind the link of the letter. A press of the button confirms, not the link: mail programs open links by themselves. */
export function ConfirmPage() {
  const { t } = useTranslation('signup');
  const { token, looked, retry } = useLink(lookAtSignUp);
  if (looked.kind === 'looking') {
    return (
      <PublicFrame title={t('confirm.lookingTitle')}>
        <div className={styles['waiting']} role="status">
          <Spin /> {t('confirm.looking')}
        </div>
      </PublicFrame>
    );
  }
  if (looked.kind === 'failed') {
    return (
      <LinkFailed
        error={looked.error}
        ended={t('confirm.ended')}
        onRetry={retry}
        more={
          <p className={styles['also']}>
            <a href={SIGN_UP}>{t('sent.back')}</a>
          </p>
        }
      />
    );
  }
  return <Confirm token={token} found={looked.value} />;
}

function Confirm({ token, found }: { token: string; found: SignUpState }) {
  const { t } = useTranslation('signup');
  const http = useHttp();
  const errorText = useErrorText();
  const [state, setState] = useState(found);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setState(await confirmSignUp(http, token));
    } catch (failed) {
      setError(failed);
    }
    setBusy(false);
  };
  if (state.state === 'confirmed') return <Confirmed state={state} />;
  const known = isProblem(error, 'email-exists');
  return (
    <PublicFrame
      title={t('confirm.title', { business: state.businessName })}
      text={t('confirm.text', { name: state.ownerName, email: state.email })}
    >
      {error === undefined ? null : <Alert type="error" showIcon role="alert" title={errorText.of(error)} />}
      {known ? (
        <Button type="primary" block href="/">
          {t('signIn')}
        </Button>
      ) : (
        <Button type="primary" block loading={busy} onClick={() => void confirm()}>
          {t('confirm.submit')}
        </Button>
      )}
      <p className={styles['also']}>
        {t('confirm.notYou')} <a href={SIGN_UP}>{t('confirm.other')}</a>
      </p>
    </PublicFrame>
  );
}

function Confirmed({ state }: { state: SignUpState }) {
  const { t } = useTranslation('signup');
  return (
    <PublicFrame
      title={t('confirmed.title', { business: state.businessName })}
      text={t('confirmed.text', { email: state.email })}
    >
      <Button
        type="primary"
        block
        href={FIRST_PAGE}
        onClick={() => {
          rememberLogin(state.email);
        }}
      >
        {t('signIn')}
      </Button>
    </PublicFrame>
  );
}
