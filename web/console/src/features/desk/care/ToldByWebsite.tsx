import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadContact } from './api.ts';
import styles from './care.module.css';

/** What the business's own website says of the visitor; nothing where it says nothing. */
export function ToldByWebsite({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const http = useHttp();
  const { id } = conversation.visitor;
  const contact = useQuery({
    queryKey: ['desk', 'contact', id],
    queryFn: ({ signal }) => loadContact(http, id, signal),
    staleTime: 30_000,
  });
  const told = Object.entries(contact.data?.data ?? {});
  const { externalId } = contact.data ?? {};
  if (externalId === undefined && told.length === 0) return null;
  return (
    <section className={styles['section']} aria-label={t('told.title')}>
      <h3>{t('told.title')}</h3>
      <dl className={styles['told']}>
        {externalId === undefined ? null : (
          <div>
            <dt>{t('told.externalId')}</dt>
            <dd dir="auto">{externalId}</dd>
          </div>
        )}
        {told.map(([name, value]) => (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
