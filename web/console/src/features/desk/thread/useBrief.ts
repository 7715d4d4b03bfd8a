import type { Message } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../channel/kinds.ts';

/** A message in one line: its words, else what it is, else its files, else that it is gone. */
export function useBrief(message: Message | undefined): string {
  const { t } = useTranslation(['desk', 'channelDesk']);
  if (!message) return '';
  if (message.deletedAt !== undefined) return t('message.deleted');
  if (message.text !== '') return message.text;
  const kind = message.channel ? kindOf(message.channel) : undefined;
  if (kind !== undefined && kind !== 'file') return t(`kind.${kind}`, { ns: 'channelDesk' });
  const [first, ...others] = message.attachments ?? [];
  if (!first) return '';
  return others.length === 0
    ? t('message.file', { name: first.name })
    : t('message.files', { count: others.length + 1 });
}
