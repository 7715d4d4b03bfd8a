import { useTranslation } from 'react-i18next';
import { TextField } from '../../shared/section/fields/inputs.tsx';
import { MediaField } from '../../shared/section/fields/MediaField.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import type { ChangeWindow, ChatWindow } from './content.ts';

interface SignatureFieldsProps {
  content: ChatWindow;
  change: ChangeWindow;
}

export function SignatureFields({ content, change }: SignatureFieldsProps) {
  const { t } = useTranslation('window');
  const { signature } = content;
  const set = (part: Partial<ChatWindow['signature']>) => {
    change((now) => ({ ...now, signature: { ...now.signature, ...part } }));
  };
  return (
    <FormCard title={t('signature')} help={t('signatureHelp')}>
      <TextField
        at="/signature/text"
        label={t('signatureText')}
        help={t('signatureTextHelp')}
        max={200}
        value={signature.text}
        onChange={(text) => {
          set({ text });
        }}
      />
      <TextField
        at="/signature/link"
        label={t('link')}
        help={t('linkHelp')}
        max={500}
        inputMode="url"
        placeholder="https://example.vn"
        value={signature.link ?? ''}
        onChange={(link) => {
          set({ link: link === '' ? undefined : link });
        }}
      />
      <MediaField
        at="/signature/mediaId"
        label={t('signatureImage')}
        value={signature.mediaId}
        onChange={(mediaId) => {
          set({ mediaId });
        }}
      />
    </FormCard>
  );
}
