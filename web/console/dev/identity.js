// Just enough of an identity server for the console to sign in: it asks nobody for anything.

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(claims) {
  return `${encode({ alg: 'none' })}.${encode(claims)}.`;
}

/** Answers what lies under /auth/realms/dakenh. */
export function identity(url, body, origin, person) {
  const issuer = `${origin}/auth/realms/dakenh`;
  if (url.pathname.endsWith('/openid-configuration')) {
    return {
      status: 200,
      headers: {},
      body: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        end_session_endpoint: `${issuer}/logout`,
        jwks_uri: `${issuer}/certs`,
      },
    };
  }
  if (url.pathname.endsWith('/authorize')) {
    const back = new URL(url.searchParams.get('redirect_uri'));
    back.searchParams.set('code', url.searchParams.get('nonce') ?? 'code');
    back.searchParams.set('state', url.searchParams.get('state'));
    return { status: 302, headers: { Location: back.toString() } };
  }
  if (url.pathname.endsWith('/logout')) return { status: 302, headers: { Location: '/' } };
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    sub: person.id,
    aud: 'dakenh-console',
    name: person.name,
    email: person.email,
    iat: seconds,
    exp: seconds + 300,
  };
  const token = jwt(claims);
  return {
    status: 200,
    headers: {},
    body: { access_token: token, id_token: token, refresh_token: 'r', token_type: 'Bearer', expires_in: 300 },
  };
}
