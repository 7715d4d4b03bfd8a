import { useTranslation } from 'react-i18next';
import type { SectionWords } from '../../shared/section/words.ts';
import { USES } from './content.ts';
import { isPresetName, PRESET_NAMES } from './presetNames.ts';

/** Names of presets; a preset newer than this page is shown by its id. */
export function usePresetName() {
  const { t } = useTranslation('sounds');
  return (id: string) => (isPresetName(id) ? t(`preset.${id}`) : id);
}

/** What the places of the section are called in history, conflicts and faults. */
export function useSoundWords(): SectionWords {
  const { t } = useTranslation('sounds');
  const presets = Object.fromEntries(PRESET_NAMES.map((id) => [id, t(`preset.${id}`)]));
  const labels: Record<string, string> = {};
  const values: Record<string, Record<string, string>> = {};
  for (const use of USES) {
    labels[`/${use}`] = t(`use.${use}.name`);
    labels[`/${use}/enabled`] = t('enabled');
    labels[`/${use}/source`] = t('source');
    labels[`/${use}/preset`] = t('fromPresets');
    labels[`/${use}/mediaId`] = t('fromUpload');
    labels[`/${use}/volume`] = t('volume');
    values[`/${use}/source`] = { preset: t('fromPresets'), upload: t('fromUpload') };
    values[`/${use}/preset`] = presets;
  }
  return { labels, values };
}
