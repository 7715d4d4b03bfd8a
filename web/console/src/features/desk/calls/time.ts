import { elapsedSeconds } from '@dakenh/socket/call';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/lib/useNow.ts';

/** `mm:ss` since then by the server's clock. */
export function useClock(since: string | undefined, skewMilliseconds: number): string {
  const now = useNow(500);
  if (since === undefined) return '';
  const seconds = elapsedSeconds(since, skewMilliseconds, now);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A length as people say it. */
export function useLength(): (milliseconds: number) => string {
  const { t } = useTranslation('calls');
  return (milliseconds) => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const two = (value: number) => String(value).padStart(2, '0');
    if (seconds >= 3600) {
      const minutes = two(Math.floor((seconds % 3600) / 60));
      return t('length.hours', { hours: Math.floor(seconds / 3600), minutes });
    }
    if (seconds >= 60) {
      return t('length.minutes', { minutes: Math.floor(seconds / 60), seconds: two(seconds % 60) });
    }
    return t('length.seconds', { seconds });
  };
}
