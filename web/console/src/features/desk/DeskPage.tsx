import { ContactsOutlined, MessageOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { usePhone } from '../../shared/lib/useMedia.ts';
import { browserStorage } from '../../shared/lib/storage.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskKeys } from './components/DeskKeys.tsx';
import styles from './DeskPage.module.css';
import { ConversationPane } from './list/ConversationPane.tsx';
import { useDesk } from './model/DeskContext.ts';
import { unreadTotal } from './model/select.ts';
import { messageOf, toDesk, viewOf } from './routes.ts';
import { ThreadView } from './thread/ThreadView.tsx';
import { VisitorPanel } from './visitor/VisitorPanel.tsx';

const PANEL_KEY = 'dakenh.desk.visitor';

type Pane = 'list' | 'thread' | 'visitor';

function useUnreadTotal(): number {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => unreadTotal(desk.getState()));
}

/** List, conversation, visitor: side by side, or one at a time with a bar below on a phone. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const phone = usePhone();
  const { conversationId } = useParams();
  const [search] = useSearchParams();
  const view = viewOf(search);
  const unread = useUnreadTotal();
  const [panelShown, setPanelShown] = useState(() => browserStorage.read(PANEL_KEY) !== 'hidden');
  const [visitorOf, setVisitorOf] = useState<string>();
  const pane: Pane =
    conversationId === undefined ? 'list' : visitorOf === conversationId ? 'visitor' : 'thread';

  useEffect(() => {
    document.title = `${t('title')} · Đa Kênh`;
  }, [t]);

  const showPanel = (shown: boolean) => {
    setPanelShown(shown);
    browserStorage.write(PANEL_KEY, shown ? 'shown' : 'hidden');
  };
  const toList = () => void navigate(toDesk(view));

  return (
    <div className={styles['desk']} data-pane={pane} data-panel={panelShown && conversationId !== undefined}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <ConversationPane
        view={view}
        selectedId={conversationId}
        onView={(next) => void navigate(toDesk(next, phone ? undefined : conversationId))}
      />
      {conversationId === undefined ? (
        <div className={styles['nothing']}>
          <Notice title={t('empty.thread.title')} text={t('empty.thread.text')} />
        </div>
      ) : (
        <ThreadView
          key={conversationId}
          conversationId={conversationId}
          visitorShown={panelShown}
          at={messageOf(search)}
          onNewest={() => void navigate(toDesk(view, conversationId), { replace: true })}
          onBack={toList}
          onToggleVisitor={() => {
            showPanel(!panelShown);
          }}
        />
      )}
      {conversationId !== undefined && (panelShown || phone) ? (
        <VisitorPanel
          conversationId={conversationId}
          onHide={() => {
            showPanel(false);
          }}
        />
      ) : null}
      <nav className={styles['bottom']} aria-label={t('panes.label')}>
        <button type="button" aria-current={pane === 'list'} onClick={toList}>
          <UnorderedListOutlined aria-hidden="true" />
          {t('panes.list')}
          {unread > 0 ? <span className={styles['badge']}>{unread > 99 ? '99+' : unread}</span> : null}
        </button>
        <button
          type="button"
          disabled={conversationId === undefined}
          aria-current={pane === 'thread'}
          onClick={() => {
            setVisitorOf(undefined);
          }}
        >
          <MessageOutlined aria-hidden="true" />
          {t('panes.thread')}
        </button>
        <button
          type="button"
          disabled={conversationId === undefined}
          aria-current={pane === 'visitor'}
          onClick={() => {
            setVisitorOf(conversationId);
          }}
        >
          <ContactsOutlined aria-hidden="true" />
          {t('panes.visitor')}
        </button>
      </nav>
      <DeskKeys view={view} selectedId={conversationId} />
    </div>
  );
}
