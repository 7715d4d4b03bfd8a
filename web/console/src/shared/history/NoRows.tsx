import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';

interface NoRowsProps {
  /** Whether a filter may be what hides them. */
  filtered: boolean;
  onClear: () => void;
  /** For a list that has nothing yet. */
  title: string;
  text: string;
  /** For a filter that nothing passes. */
  noMatchTitle: string;
}

/** Says why a list is empty, and offers the way out. */
export function NoRows({ filtered, onClear, title, text, noMatchTitle }: NoRowsProps) {
  const { t } = useTranslation('common');
  if (!filtered) return <Notice title={title} text={text} />;
  return (
    <Notice
      title={noMatchTitle}
      text={t('filter.noMatch')}
      action={<Button onClick={onClear}>{t('filter.clear')}</Button>}
    />
  );
}
