import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { fullTime, number } from '../../../shared/lib/time.ts';
import { useMe } from '../../../shared/session/me.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { ContactSection } from '../care/ContactSection.tsx';
import { PersonalDataSection } from '../care/PersonalDataSection.tsx';
import { ToldByWebsite } from '../care/ToldByWebsite.tsx';
import { LabelSection } from '../care/LabelSection.tsx';
import { VisitorHistory } from '../care/VisitorHistory.tsx';
import { useDeskState } from '../model/DeskContext.ts';
import { Timeline } from './Timeline.tsx';
import styles from './visitor.module.css';

interface VisitorPanelProps {
  conversationId: string;
  onHide: () => void;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** As people write it: +84912345678 is 0912 345 678; numbers of other countries stay as they are. */
function groupedPhone(phone: string): string {
  return phone.replace(/^\+84(\d{3,4})(\d{3})(\d{3})$/, '0$1 $2 $3');
}

/** Only web addresses become links. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

export function VisitorPanel({ conversationId, onHide }: VisitorPanelProps) {
  const { t } = useTranslation(['desk', 'common', 'channelDesk']);
  const language = useLanguage();
  const me = useMe();
  const conversation = useDeskState((state) => state.conversations.get(conversationId));
  if (!conversation) return <aside className={styles['panel']} aria-label={t('visitor.label')} />;
  const name = conversation.visitor.name || t('thread.anonymous');
  const department = me.departments.find((one) => one.id === conversation.departmentId)?.name;
  const { page } = conversation;
  const { phone, email, fields = [], wantedAgent } = conversation.visitor;
  return (
    <aside className={styles['panel']} aria-label={t('visitor.label')}>
      <div className={styles['hide']}>
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('visitor.hide')}
          onClick={onHide}
        />
      </div>
      <div className={styles['person']}>
        <Avatar id={conversation.visitor.id} name={name} url={conversation.visitor.avatarUrl} size={64} />
        <h2 dir="auto">{name}</h2>
      </div>
      <dl className={styles['facts']}>
        {phone === undefined ? null : (
          <Fact label={t('visitor.phone')}>
            <a href={`tel:${phone}`}>{groupedPhone(phone)}</a>
          </Fact>
        )}
        {email === undefined ? null : (
          <Fact label={t('visitor.email')}>
            <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
          </Fact>
        )}
        {wantedAgent === undefined ? null : <Fact label={t('visitor.wanted')}>{wantedAgent.name}</Fact>}
        {fields.map((field) => (
          <Fact key={field.key} label={field.label || field.key}>
            {field.value}
          </Fact>
        ))}
        <Fact label={t('visitor.channel')}>{t(`channel.${conversation.channelKind}`, { ns: 'common' })}</Fact>
        {conversation.channel === undefined ? null : (
          <Fact label={t('page', { ns: 'channelDesk' })}>{conversation.channel.name}</Fact>
        )}
        {conversation.channel?.following === undefined ? null : (
          <Fact label="Zalo">
            {t(conversation.channel.following ? 'following.true' : 'following.false', { ns: 'channelDesk' })}
          </Fact>
        )}
        {department === undefined ? null : <Fact label={t('visitor.department')}>{department}</Fact>}
        {page === undefined || page.url === '' ? null : (
          <Fact label={t('visitor.page')}>
            {isWebAddress(page.url) ? (
              <a href={page.url} target="_blank" rel="noopener noreferrer nofollow">
                {page.title || page.url}
              </a>
            ) : (
              page.title || page.url
            )}
          </Fact>
        )}
        <Fact label={t('visitor.openedAt')}>{fullTime(conversation.openedAt)}</Fact>
        {conversation.closedAt === undefined ? null : (
          <Fact label={t('visitor.closedAt')}>{fullTime(conversation.closedAt)}</Fact>
        )}
        <Fact label={t('visitor.messages')}>{number(conversation.lastSequence, language)}</Fact>
        <Fact label={t('visitor.agents')}>
          {conversation.agents.length === 0 ? (
            t('visitor.nobody')
          ) : (
            <ul className={styles['agents']}>
              {conversation.agents.map((agent) => (
                <li key={agent.id}>
                  <Avatar id={agent.id} name={agent.name} url={agent.avatarUrl} size={26} />
                  {agent.name}
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
      <ContactSection key={conversation.visitor.id} conversation={conversation} />
      <ToldByWebsite conversation={conversation} />
      <LabelSection conversation={conversation} />
      <VisitorHistory conversation={conversation} />
      <Timeline conversationId={conversationId} />
      {me.roles.includes('owner') ? <PersonalDataSection conversation={conversation} /> : null}
    </aside>
  );
}
