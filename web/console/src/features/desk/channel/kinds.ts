import type { ChannelPart } from '@dakenh/socket';
import { channelDeskVi } from './locale.ts';

export type MessageKind = keyof typeof channelDeskVi.kind;

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(channelDeskVi.kind, kind);
}

/** What a customer sent where it is not just words; a kind nobody knows here counts as unsupported. */
export function kindOf({ kind }: ChannelPart): MessageKind | undefined {
  if (kind === undefined || kind === 'text') return undefined;
  return isKind(kind) ? kind : 'unsupported';
}
