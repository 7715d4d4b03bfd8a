export const SIGN_UP = '/signup';
export const SIGN_UP_SENT = '/signup/sent';
export const CONFIRM = '/signup/confirm';
export const INVITATION = '/invitation';

/** Where the first thing to do is: the line for the website. */
export const FIRST_PAGE = '/settings/integration';

/** Pages for people who have no session, and need none. */
export function isPublicPath(pathname: string): boolean {
  return pathname === SIGN_UP || pathname.startsWith(`${SIGN_UP}/`) || pathname === INVITATION;
}
