import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, Navigate, useNavigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { toDesk } from '../features/desk/routes.ts';
import { useMe } from '../shared/session/me.ts';
import type { FeatureRoute } from '../shared/routing.ts';
import { Notice } from '../shared/ui/Notice.tsx';
import { CALLBACK_PATH } from './auth.ts';
import { Shell } from './layout/Shell.tsx';
import { allows, routes } from './navigation.ts';

function NotFound() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return (
    <Notice
      title={t('page.notFoundTitle')}
      text={t('page.notFound')}
      action={
        <Button type="primary" onClick={() => void navigate(toDesk())}>
          {t('page.home')}
        </Button>
      }
    />
  );
}

function Crash() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <main>
      <Notice
        tone="error"
        title={t('page.crashTitle')}
        text={t('page.crash')}
        action={
          <Button
            type="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('actions.reload', { ns: 'common' })}
          </Button>
        }
      />
    </main>
  );
}

function routeOf({ path, roles, load }: FeatureRoute): RouteObject {
  return {
    path,
    lazy: async () => {
      const Component = await load();
      const Guarded = () => (allows(roles, useMe().roles) ? <Component /> : <NotFound />);
      return { Component: Guarded };
    },
  };
}

export function createRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <Crash />,
      hydrateFallbackElement: <div />,
      children: [
        { index: true, element: <Navigate to={toDesk()} replace /> },
        { path: CALLBACK_PATH, element: <Navigate to={toDesk()} replace /> },
        ...routes.map(routeOf),
        { path: '*', element: <NotFound /> },
      ],
    },
  ]);
}
