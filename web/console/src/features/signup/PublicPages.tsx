import { createHttp } from '@dakenh/api-client';
import { useState } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { HttpContext } from '../../shared/api/HttpContext.ts';
import { ConfirmPage } from './ConfirmPage.tsx';
import { InvitationPage } from './InvitationPage.tsx';
import { CONFIRM, INVITATION, SIGN_UP, SIGN_UP_SENT } from './paths.ts';
import { SentPage } from './SentPage.tsx';
import { SignUpPage } from './SignUpPage.tsx';

function createRouter() {
  return createBrowserRouter([
    { path: SIGN_UP, element: <SignUpPage /> },
    { path: SIGN_UP_SENT, element: <SentPage /> },
    { path: CONFIRM, element: <ConfirmPage /> },
    { path: INVITATION, element: <InvitationPage /> },
    { path: '*', element: <Navigate to={SIGN_UP} replace /> },
  ]);
}

/** What people see before they have a session. */
export function PublicPages() {
  const [router] = useState(createRouter);
  // Nobody is signed in here.
  const [http] = useState(() => createHttp({ token: () => Promise.resolve(null) }));
  return (
    <HttpContext value={http}>
      <RouterProvider router={router} />
    </HttpContext>
  );
}
