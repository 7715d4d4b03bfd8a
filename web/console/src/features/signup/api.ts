import type { Contracts, Http, Reads } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';
import type { Language } from '../../shared/lib/time.ts';

const SIGN_UPS = '/api/config/v1/public/sign-ups';
const INVITATIONS = '/api/config/v1/public/invitations';

export interface SignUpFields {
  name: string;
  ownerName: string;
  email: string;
  password: string;
}

export interface Referral {
  referralCode?: string;
  referralVisit?: string;
}

const view = decoder(v.object({ id: v.string(), expiresAt: v.string() }));

const state = decoder(
  v.object({
    state: v.picklist(['waiting', 'confirmed']),
    businessName: v.string(),
    ownerName: v.string(),
    email: v.string(),
  }),
);

const invitation = decoder(v.object({ businessName: v.string(), name: v.string(), email: v.string() }));

export type SignUpSent = Reads<Contracts['config']['SignUpView'], ReturnType<typeof view>>;
export type SignUpState = Reads<Contracts['config']['SignUpState'], ReturnType<typeof state>>;
export type Invitation = Reads<Contracts['config']['InvitationView'], ReturnType<typeof invitation>>;

export async function signUp(
  http: Http,
  fields: SignUpFields & Referral & { locale: Language },
  idempotencyKey: string,
): Promise<SignUpSent> {
  return (await http.post(SIGN_UPS, fields, view, { idempotencyKey })).value;
}

export async function sendAgain(http: Http, id: string): Promise<void> {
  await http.post(`${SIGN_UPS}/${encodeURIComponent(id)}/letters`, undefined, nothing);
}

export async function lookAtSignUp(http: Http, token: string): Promise<SignUpState> {
  return (await http.post(`${SIGN_UPS}/lookup`, { token }, state)).value;
}

export async function confirmSignUp(http: Http, token: string): Promise<SignUpState> {
  return (await http.post(`${SIGN_UPS}/confirm`, { token }, state)).value;
}

export async function lookAtInvitation(http: Http, token: string): Promise<Invitation> {
  return (await http.post(`${INVITATIONS}/lookup`, { token }, invitation)).value;
}

export async function acceptInvitation(http: Http, token: string, password: string): Promise<Invitation> {
  return (await http.post(`${INVITATIONS}/accept`, { token, password }, invitation)).value;
}
