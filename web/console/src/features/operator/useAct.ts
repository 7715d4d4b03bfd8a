import { codeOf } from '@dakenh/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { TENANTS_KEY } from './api.ts';
import { ERASURES_KEY } from './erasures.ts';

/** What every act of an operator does when it is over; only one that failed for a reason stays open. */
export function useAct(act: () => Promise<void>, onClose: () => void) {
  const { t } = useTranslation('operator');
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void message.success(t('done'));
      onClose();
    },
    onError: (error) => {
      const stale = codeOf(error) === 'etag-mismatch';
      void message.error(stale ? t('stale') : errorText.of(error));
      if (stale) onClose();
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [TENANTS_KEY] }),
        client.invalidateQueries({ queryKey: [ERASURES_KEY] }),
      ]),
  });
}
