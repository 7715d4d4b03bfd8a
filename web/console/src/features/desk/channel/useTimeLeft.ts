import { useTranslation } from 'react-i18next';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something still holds: days and hours, hours and minutes, or minutes. */
export function useTimeLeft(): (milliseconds: number) => string {
  const { t } = useTranslation('channelDesk');
  return (milliseconds) => {
    if (milliseconds >= 2 * DAY) {
      return t('time.days', {
        days: Math.floor(milliseconds / DAY),
        hours: Math.floor((milliseconds % DAY) / HOUR),
      });
    }
    const hours = Math.floor(milliseconds / HOUR);
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    return hours > 0
      ? t('time.hours', { hours, minutes: String(minutes).padStart(2, '0') })
      : t('time.minutes', { minutes: Math.max(1, minutes) });
  };
}
