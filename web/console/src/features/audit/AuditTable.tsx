import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../shared/i18n/language.ts';
import { fullTime, preciseTime } from '../../shared/lib/time.ts';
import { useNow } from '../../shared/lib/useNow.ts';
import type { AuditEntry } from './api.ts';
import { useNames } from './api.ts';
import { useEntryText } from './useEntryText.ts';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const now = useNow(60_000);
  const text = useEntryText(useNames());
  return (
    <RecordTable
      head={
        <>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('action')}</th>
          <th scope="col">{t('target')}</th>
          <th scope="col">{t('fields')}</th>
        </>
      }
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td data-label={t('at')}>
            <time dateTime={entry.at} title={fullTime(entry.at)}>
              {preciseTime(entry.at, now, language)}
            </time>
          </td>
          <td data-label={t('actor')}>{entry.actor?.name ?? t('system')}</td>
          <td data-label={t('action')}>
            <strong>{text.action(entry)}</strong>
          </td>
          <td data-label={t('target')}>{text.target(entry)}</td>
          <td data-label={t('fields')}>{text.fields(entry)}</td>
        </tr>
      ))}
    </RecordTable>
  );
}
