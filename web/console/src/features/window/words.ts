import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionWords } from '../../shared/section/words.ts';

export function useWindowWords(): SectionWords {
  const { t } = useTranslation('window');
  return useMemo(
    () => ({
      labels: {
        '/headerColor': t('headerColor'),
        '/textColor': t('textColor'),
        '/title': t('heading'),
        '/description': t('about'),
        '/audio': t('audio'),
        '/video': t('video'),
        '/fields': t('fields'),
        '/fields/*': t('field'),
        '/fields/*/label': t('label'),
        '/fields/*/kind': t('kind'),
        '/fields/*/choices': t('choices'),
        '/fields/*/choices/*': t('choiceLabel'),
        '/fields/*/shown': t('shown'),
        '/fields/*/required': t('required'),
        '/startMode': t('startMode'),
        '/representative': t('representative'),
        '/widthPixels': t('width'),
        '/heightPixels': t('height'),
        '/signature': t('signature'),
        '/signature/mediaId': t('signatureImage'),
        '/signature/text': t('signatureText'),
        '/signature/link': t('link'),
      },
      values: {
        '/startMode': {
          none: t('modes.none'),
          department: t('modes.department'),
          agent: t('modes.agent'),
        },
        '/fields/*/kind': {
          text: t('kinds.text'),
          multiline: t('kinds.multiline'),
          number: t('kinds.number'),
          choice: t('kinds.choice'),
        },
      },
      names: {
        name: t('standard.name'),
        phone: t('standard.phone'),
        email: t('standard.email'),
        content: t('standard.content'),
      },
    }),
    [t],
  );
}
