import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { moved, SortableList } from '../../shared/section/fields/SortableList.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { useSectionFields } from '../../shared/section/SectionContext.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import type { Links } from './content.ts';
import { MOST, newLink } from './content.ts';
import { LinkFields } from './LinkFields.tsx';

interface LinkListProps {
  content: Links;
  change: (change: (now: Links) => Links) => void;
}

export function LinkList({ content, change }: LinkListProps) {
  const { t } = useTranslation('links');
  const undo = useUndo();
  const { disabled } = useSectionFields();
  const { items } = content;
  const setItems = (next: (now: Links['items']) => Links['items']) => {
    change((now) => ({ ...now, items: next(now.items) }));
  };
  const remove = (index: number) => {
    const gone = items[index];
    if (!gone) return;
    setItems((now) => now.filter((one) => one.id !== gone.id));
    undo(t('removed', { name: t(`kinds.${gone.kind}`) }), () => {
      setItems((now) => now.toSpliced(index, 0, gone));
    });
  };
  const add = (
    <Button
      icon={<PlusOutlined aria-hidden="true" />}
      disabled={disabled || items.length >= MOST}
      onClick={() => {
        setItems((now) => [...now, newLink(now)]);
      }}
    >
      {t('add')}
    </Button>
  );
  return (
    <FormCard
      title={t('list')}
      help={items.length >= MOST ? t('full') : t('count', { count: items.length })}
      action={items.length === 0 ? undefined : add}
    >
      {items.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} action={add} /> : null}
      <SortableList
        label={t('list')}
        onMove={(from, to) => {
          setItems((now) => moved(now, from, to));
        }}
        onRemove={remove}
        items={items.map((link, index) => ({
          key: link.id,
          name: t(`kinds.${link.kind}`),
          at: `/items/${String(index)}`,
          body: (
            <LinkFields
              link={link}
              at={`/items/${String(index)}`}
              onChange={(part) => {
                setItems((now) => now.map((one) => (one.id === link.id ? { ...one, ...part } : one)));
              }}
            />
          ),
        }))}
      />
    </FormCard>
  );
}
