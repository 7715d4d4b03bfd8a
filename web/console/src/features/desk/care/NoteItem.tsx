import { DeleteOutlined, EditOutlined, LockOutlined } from '@ant-design/icons';
import type { Note } from '@dakenh/socket';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { useDesk } from '../model/DeskContext.ts';
import { useEditing } from './EditingContext.ts';
import { deleteNote } from './api.ts';
import styles from './care.module.css';
import { pieces } from './mentions.ts';
import { useActivityText } from './useActivityText.ts';

/** One note or activity between the messages; no visitor sees either. */
export function NoteItem({ note }: { note: Note }) {
  return note.kind === 'note' ? <PrivateNote note={note} /> : <ActivityLine note={note} />;
}

function ActivityLine({ note }: { note: Note }) {
  const text = useActivityText();
  return (
    <li className={styles['activity']} data-testid="activity" data-kind={note.activity?.kind}>
      <span dir="auto">{text(note)}</span>{' '}
      <time dateTime={note.createdAt} title={fullTime(note.createdAt)}>
        {clockTime(note.createdAt)}
      </time>
    </li>
  );
}

function PrivateNote({ note }: { note: Note }) {
  const { t } = useTranslation(['care', 'common']);
  const desk = useDesk();
  const http = useHttp();
  const errorText = useErrorText();
  const { modal, message } = App.useApp();
  const { edit } = useEditing();
  const own = note.author.id === desk.getState().meId;
  const names = (note.mentions ?? []).map(({ name }) => name);
  const remove = () => {
    modal.confirm({
      title: t('note.removeTitle'),
      content: t('note.removeBody'),
      okText: t('note.remove'),
      okButtonProps: { danger: true },
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: async () => {
        try {
          await deleteNote(http, note);
        } catch (error) {
          void message.error(errorText.of(error));
        }
      },
    });
  };
  return (
    <li className={styles['note']} data-testid="note">
      <div className={styles['noteHead']}>
        <LockOutlined aria-hidden="true" />
        <strong dir="auto">{t('note.by', { name: note.author.name })}</strong>
        <time dateTime={note.createdAt} title={fullTime(note.createdAt)}>
          {clockTime(note.createdAt)}
        </time>
        {note.editedAt === undefined ? null : <span>{t('note.edited')}</span>}
        {own ? (
          <span className={styles['noteActions']}>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined aria-hidden="true" />}
              aria-label={t('note.edit')}
              onClick={() => {
                edit(note);
              }}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={t('note.remove')}
              onClick={remove}
            />
          </span>
        ) : null}
      </div>
      <p dir="auto">
        {pieces(note.text ?? '', names).map((piece, index) =>
          piece.mention ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </p>
    </li>
  );
}
