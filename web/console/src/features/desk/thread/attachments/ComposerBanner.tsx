import { CloseOutlined, EditOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useComposing, useDesk, useDeskState } from '../../model/DeskContext.ts';
import { useBrief } from '../useBrief.ts';
import styles from './attachments.module.css';

interface ComposerBannerProps {
  conversationId: string;
  onCancel: () => void;
}

/** Says which message is being answered or edited, and lets it be. */
export function ComposerBanner({ conversationId, onCancel }: ComposerBannerProps) {
  const { t } = useTranslation(['desk', 'channelDesk']);
  const desk = useDesk();
  const meId = useDeskState((state) => state.meId);
  const { replyTo, editing, alone = false } = useComposing(conversationId);
  const message = editing ?? replyTo;
  const words = useBrief(message);
  if (!message) return null;
  const name = message.author.id === meId ? t('thread.you') : message.author.name || t('thread.anonymous');
  return (
    <div className={styles['banner']} data-testid="composer-banner">
      {editing ? <EditOutlined aria-hidden="true" /> : <RollbackOutlined aria-hidden="true" />}
      <p>
        <strong>
          {editing
            ? t('composer.editing')
            : alone
              ? t('comment.answersAlone', { ns: 'channelDesk', name })
              : t('composer.replying', { name })}
        </strong>
        <span dir="auto">{words}</span>
      </p>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={editing ? t('composer.stopEditing') : t('composer.stopReplying')}
        onClick={() => {
          desk.composing.reply(conversationId, undefined);
          onCancel();
        }}
      />
    </div>
  );
}
