import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';

export const CALLBACK_PATH = '/signed-in';

/** Code + PKCE against the realm of this origin; tokens live as long as the tab. */
export const userManager = new UserManager({
  authority: `${window.location.origin}/auth/realms/dakenh`,
  client_id: 'dakenh-console',
  redirect_uri: `${window.location.origin}${CALLBACK_PATH}`,
  post_logout_redirect_uri: `${window.location.origin}/`,
  scope: 'openid profile email',
  userStore: new WebStorageStateStore({ store: window.sessionStorage }),
  automaticSilentRenew: true,
  accessTokenExpiringNotificationTimeInSeconds: 60,
  monitorSession: false,
});

let renewal: Promise<string | null> | undefined;

async function renew(): Promise<string | null> {
  try {
    const user = await userManager.signinSilent();
    return user?.access_token ?? null;
  } catch (error) {
    // A refusal by the identity server is final; anything else is passing trouble.
    if (!(error instanceof ErrorResponse)) throw error;
    await userManager.removeUser();
    return null;
  }
}

/** The token for the next request; renewals asked for at the same time share one. */
export async function accessToken(fresh: boolean): Promise<string | null> {
  const user = await userManager.getUser();
  if (!user) return null;
  if (!fresh && user.expired !== true) return user.access_token;
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  return renewal;
}

interface SignInState {
  returnTo: string;
}

export function signInState(): SignInState {
  const { pathname, search } = window.location;
  return { returnTo: pathname === CALLBACK_PATH ? '/' : pathname + search };
}

export function returnToOf(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('returnTo' in state)) return '/';
  const { returnTo } = state;
  // Only a path of this origin: "//host" would leave it.
  return typeof returnTo === 'string' && /^\/(?!\/)/.test(returnTo) ? returnTo : '/';
}
