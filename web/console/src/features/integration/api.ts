import type { Contracts, Http, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder, maybe } from '../../shared/api/decode.ts';

const PATH = '/api/livetalk/v1/identify-secret';

const secret = decoder(v.object({ secret: v.string(), rotatedAt: maybe(v.string()) }));

export type Secret = Reads<Contracts['livetalk']['SecretView'], ReturnType<typeof secret>>;

export const SECRET_KEY = ['identify-secret'] as const;

export async function loadSecret(http: Http, signal: AbortSignal): Promise<Secret> {
  return (await http.get(PATH, secret, { signal })).value;
}

export async function rotateSecret(http: Http): Promise<Secret> {
  return (await http.post(`${PATH}/rotate`, undefined, secret)).value;
}
