import { useTranslation } from 'react-i18next';
import { channelDeskVi } from './locale.ts';

type Reason = keyof typeof channelDeskVi.reason;

function isReason(code: string): code is Reason {
  return Object.hasOwn(channelDeskVi.reason, code);
}

export function isChannelReason(code: string): boolean {
  return isReason(code);
}

/** Why something was not sent, in plain words. */
export function useReason(): (code: string | undefined) => string {
  const { t } = useTranslation('channelDesk');
  return (code) => t(`reason.${code !== undefined && isReason(code) ? code : 'other'}`);
}
