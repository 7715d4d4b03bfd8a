import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './care.module.css';
import { useEditing } from './EditingContext.ts';
import { NoteComposer } from './NoteComposer.tsx';

type Mode = 'reply' | 'note';

interface ReplyOrNoteProps {
  conversationId: string;
  /** What stands there to answer the visitor, or says why one cannot. */
  reply: ReactNode;
}

/** The switch between what the visitor reads and what only colleagues do. Keyed by conversation. */
export function ReplyOrNote({ conversationId, reply }: ReplyOrNoteProps) {
  const { t } = useTranslation('care');
  const [wanted, setWanted] = useState<Mode>('reply');
  const { note, edit } = useEditing();
  const mode: Mode = note ? 'note' : wanted;
  return (
    <div className={styles['footer']} data-mode={mode}>
      <Segmented<Mode>
        size="small"
        value={mode}
        aria-label={t('mode.label')}
        onChange={(next) => {
          edit(undefined);
          setWanted(next);
        }}
        options={[
          { value: 'reply', label: t('mode.reply') },
          { value: 'note', label: t('mode.note') },
        ]}
      />
      {mode === 'reply' ? (
        reply
      ) : (
        <NoteComposer
          key={note?.id ?? 'new'}
          conversationId={conversationId}
          editing={note}
          onDone={() => {
            edit(undefined);
          }}
        />
      )}
    </div>
  );
}
