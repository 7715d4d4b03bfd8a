import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CannedMessage } from '../../shared/api/canned.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import { useDeleteCanned, useRestoreCanned } from './api.ts';

/** Deletes at once and offers to take it back. */
export function useDeletion() {
  const { t } = useTranslation('canned');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const deletion = useDeleteCanned();
  const restoring = useRestoreCanned();
  const offerUndo = useUndo();

  const restore = async (ids: readonly string[]) => {
    try {
      const { items, failed } = await restoring.mutateAsync(ids);
      if (items.length > 0) void message.success(t('restored', { count: items.length }));
      if (failed.length > 0) void message.warning(t('notRestored', { count: failed.length }));
    } catch (error) {
      void message.error(errorText.of(error));
    }
  };

  return async (gone: readonly CannedMessage[]) => {
    if (gone.length === 0) return;
    try {
      const ids = await deletion.mutateAsync(gone.map((one) => one.id));
      const text =
        gone.length === 1
          ? t('deletedOne', { name: gone[0]?.name ?? '' })
          : t('deleted', { count: ids.length });
      offerUndo(text, () => void restore(ids));
    } catch (error) {
      void message.error(errorText.of(error));
    }
  };
}
