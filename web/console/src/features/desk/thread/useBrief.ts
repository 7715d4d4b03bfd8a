import type { Message } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';

/** A message in one line: its words, else its files, else that it is gone. */
export function useBrief(message: Message | undefined): string {
  const { t } = useTranslation('desk');
  if (!message) return '';
  if (message.deletedAt !== undefined) return t('message.deleted');
  if (message.text !== '') return message.text;
  const [first, ...others] = message.attachments ?? [];
  if (!first) return '';
  return others.length === 0
    ? t('message.file', { name: first.name })
    : t('message.files', { count: others.length + 1 });
}
