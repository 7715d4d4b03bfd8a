import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../shared/i18n/language.ts';
import { fullDate, relativeTime } from '../../shared/lib/time.ts';
import { useNow } from '../../shared/lib/useNow.ts';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { ApiKey } from './api.ts';
import { SCOPES, useKeyUses, WORDS } from './api.ts';
import styles from './apiKeys.module.css';

interface KeyTableProps {
  keys: readonly ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const { t } = useTranslation('apiKeys');
  const language = useLanguage();
  const now = useNow(60_000);
  const uses = useKeyUses();
  return (
    <RecordTable
      label={t('list')}
      head={
        <>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('scopes')}</th>
          <th scope="col">{t('created')}</th>
          <th scope="col">{t('lastUsed')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('actions')}</th>
        </>
      }
    >
      {keys.map((key) => {
        const used = uses.get(key.id);
        return (
          <tr key={key.id} data-testid="api-key">
            <td data-label={t('name')} className={styles['name']}>
              <strong>{key.name}</strong>
              <code>{key.prefix}…</code>
            </td>
            <td data-label={t('scopes')}>
              <ul>
                {SCOPES.filter((scope) => key.scopes.includes(scope)).map((scope) => (
                  <li key={scope}>{t(`scope.${WORDS[scope]}`)}</li>
                ))}
              </ul>
            </td>
            <td data-label={t('created')}>
              {t('createdBy', { name: key.createdBy.name, time: fullDate(key.createdAt) })}
            </td>
            <td data-label={t('lastUsed')}>
              {used === undefined ? t('never') : relativeTime(used, now, language)}
            </td>
            <td data-label={t('state')}>
              <KeyState apiKey={key} now={now} />
            </td>
            <td data-label={t('actions')}>
              {key.revokedAt === undefined ? (
                <Button
                  size="small"
                  danger
                  aria-label={t('revokeNamed', { name: key.name })}
                  onClick={() => {
                    onRevoke(key);
                  }}
                >
                  {t('revoke')}
                </Button>
              ) : null}
            </td>
          </tr>
        );
      })}
    </RecordTable>
  );
}

function KeyState({ apiKey, now }: { apiKey: ApiKey; now: number }) {
  const { t } = useTranslation('apiKeys');
  if (apiKey.revokedAt !== undefined) return <Pill tone="bad">{t('revoked')}</Pill>;
  if (apiKey.expiresAt === undefined) return <Pill tone="good">{t('good')}</Pill>;
  if (new Date(apiKey.expiresAt).getTime() <= now) return <Pill tone="warn">{t('ended')}</Pill>;
  return <Pill tone="good">{t('until', { time: fullDate(apiKey.expiresAt) })}</Pill>;
}
