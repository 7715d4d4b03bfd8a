const KEY = 'dakenh.loginHint';

/** So that the sign-in page knows whom it is for. */
export function rememberLogin(email: string): void {
  window.sessionStorage.setItem(KEY, email);
}

/** Whom the sign-in page is for, told once. */
export function takeLogin(): string | undefined {
  const email = window.sessionStorage.getItem(KEY) ?? undefined;
  window.sessionStorage.removeItem(KEY);
  return email;
}
