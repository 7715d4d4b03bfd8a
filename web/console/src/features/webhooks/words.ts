import { useTranslation } from 'react-i18next';
import { webhooksVi } from './locale.ts';

type EventName = keyof typeof webhooksVi.event;
type Failure = keyof typeof webhooksVi.failures;

const isEvent = (text: string): text is EventName => Object.hasOwn(webhooksVi.event, text);
const isFailure = (text: string): text is Failure => Object.hasOwn(webhooksVi.failures, text);

/** Names of events have dots in them, which are no paths here. */
export function useWebhookWords() {
  const { t } = useTranslation('webhooks');
  const events = t('event', { returnObjects: true });
  return {
    event: (type: string) => (isEvent(type) ? events[type] : type),
    failure: (failure: string) => t(`failures.${isFailure(failure) ? failure : 'other'}`),
  };
}
