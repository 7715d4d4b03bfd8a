import { lazy, Suspense, useState } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { RouterProvider } from 'react-router/dom';
import { isPublicPath } from '../features/signup/paths.ts';
import { returnToOf, userManager } from './auth.ts';
import { Providers } from './Providers.tsx';
import { createRouter } from './router.tsx';
import { SignInGate } from './SignInGate.tsx';

function Pages() {
  // Made once signed in, when the address is the page's again and no longer the identity server's answer.
  const [router] = useState(createRouter);
  return <RouterProvider router={router} />;
}

const PublicPages = lazy(async () => ({
  default: (await import('../features/signup/PublicPages.tsx')).PublicPages,
}));

export function Console() {
  return isPublicPath(window.location.pathname) ? (
    <Providers>
      <Suspense>
        <PublicPages />
      </Suspense>
    </Providers>
  ) : (
    <Private />
  );
}

function Private() {
  return (
    <AuthProvider
      userManager={userManager}
      onSigninCallback={(user) => {
        window.history.replaceState({}, '', returnToOf(user?.state));
      }}
    >
      <Providers>
        <SignInGate>
          <Pages />
        </SignInGate>
      </Providers>
    </AuthProvider>
  );
}
