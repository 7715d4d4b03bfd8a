import { codeOf, createHttp, ProblemError } from '@dakenh/api-client';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasAuthParams, useAuth } from 'react-oidc-context';
import { takeLogin } from '../features/signup/hint.ts';
import { HttpContext } from '../shared/api/HttpContext.ts';
import { useLanguage } from '../shared/i18n/language.ts';
import { showTimesIn } from '../shared/lib/time.ts';
import { MeContext, useMeQuery } from '../shared/session/me.ts';
import { LoadError, Notice } from '../shared/ui/Notice.tsx';
import { accessToken, signInState, userManager } from './auth.ts';
import styles from './SignInGate.module.css';

/** Nobody gets past here without a session; who comes from elsewhere returns to where they wanted to go. */
export function SignInGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const auth = useAuth();
  const language = useLanguage();
  const { isAuthenticated, isLoading, activeNavigator, error } = auth;
  const mustSignIn =
    !isAuthenticated && !isLoading && activeNavigator === undefined && !error && !hasAuthParams();

  useEffect(() => {
    if (!mustSignIn) return;
    const login = takeLogin();
    void auth.signinRedirect({
      state: signInState(),
      ui_locales: language,
      ...(login === undefined ? {} : { login_hint: login }),
    });
  }, [auth, mustSignIn, language]);

  if (isAuthenticated) return <SessionGate>{children}</SessionGate>;
  if (error) {
    return (
      <main className={styles['gate']}>
        <Notice
          tone="error"
          title={t('signIn.failedTitle')}
          text={t('signIn.failed')}
          action={
            <Button
              type="primary"
              onClick={() => void auth.signinRedirect({ state: { returnTo: '/' }, ui_locales: language })}
            >
              {t('signIn.again')}
            </Button>
          }
        />
      </main>
    );
  }
  return <Waiting text={t('signIn.redirecting')} />;
}

function Waiting({ text }: { text: string }) {
  return (
    <main className={styles['gate']} role="status">
      <Spin size="large" />
      <p>{text}</p>
    </main>
  );
}

function SessionGate({ children }: { children: ReactNode }) {
  const [http] = useState(() =>
    createHttp({ token: accessToken, onSignedOut: () => void userManager.removeUser() }),
  );
  return (
    <HttpContext value={http}>
      <MeGate>{children}</MeGate>
    </HttpContext>
  );
}

const OperatorPage = lazy(async () => ({
  default: (await import('../features/operator/OperatorPage.tsx')).OperatorPage,
}));

function OperatorConsole() {
  const { t } = useTranslation('shell');
  const auth = useAuth();
  return (
    <main className={styles['operator']}>
      <Button onClick={() => void auth.signoutRedirect()}>{t('account.signOut')}</Button>
      <Suspense fallback={<Spin size="large" />}>
        <OperatorPage />
      </Suspense>
    </main>
  );
}

function MeGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['shell', 'common']);
  const auth = useAuth();
  const me = useMeQuery();
  const timeZone = me.data?.tenant.timeZone;
  useLayoutEffect(() => {
    showTimesIn(timeZone);
  }, [timeZone]);
  if (me.data) return <MeContext value={me.data}>{children}</MeContext>;
  // Operators belong to no business: they have a page of their own, and whoever else comes there is refused by it.
  if (codeOf(me.error) === 'role-required') return <OperatorConsole />;
  if (me.isPending) return <Waiting text={t('states.loading', { ns: 'common' })} />;
  const refused = me.error instanceof ProblemError && me.error.problem.status < 500;
  return (
    <main className={styles['gate']}>
      <LoadError error={me.error} onRetry={() => void me.refetch()} />
      {refused ? <Button onClick={() => void auth.signoutRedirect()}>{t('account.signOut')}</Button> : null}
    </main>
  );
}
