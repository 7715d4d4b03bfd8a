import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import type { Popup, Popups } from './content.ts';
import { MOST, newPopup } from './content.ts';
import styles from './popups.module.css';
import { PopupRow } from './PopupRow.tsx';

/** From here on a list is searched rather than read. */
const MANY = 8;

interface PopupListProps {
  content: Popups;
  change: (change: (now: Popups) => Popups) => void;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
}

export function PopupList({ content, change, openId, onOpen }: PopupListProps) {
  const { t } = useTranslation('popups');
  const undo = useUndo();
  const [wanted, setWanted] = useState('');
  const { items } = content;
  const needle = wanted.trim().toLocaleLowerCase('vi');
  const fits = ({ title, path }: Popup) => `${title}\n${path}`.toLocaleLowerCase('vi').includes(needle);

  const add = () => {
    const made = newPopup();
    change((now) => ({ items: [...now.items, made] }));
    setWanted('');
    onOpen(made.id);
  };
  const remove = (popup: Popup, index: number) => {
    change((now) => ({ items: now.items.filter((item) => item.id !== popup.id) }));
    undo(t('removed', { title: popup.title || t('untitled') }), () => {
      change((now) => ({ items: now.items.toSpliced(index, 0, popup) }));
    });
  };

  const addButton = (
    <Button icon={<PlusOutlined aria-hidden="true" />} disabled={items.length >= MOST} onClick={add}>
      {t('add')}
    </Button>
  );
  return (
    <FormCard
      title={t('list')}
      help={items.length >= MOST ? t('full') : t('count', { count: items.length })}
      action={items.length === 0 ? undefined : addButton}
    >
      {items.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} action={addButton} /> : null}
      {items.length > MANY ? (
        <Input.Search
          value={wanted}
          allowClear
          placeholder={t('search')}
          aria-label={t('search')}
          onChange={(event) => {
            setWanted(event.target.value);
          }}
        />
      ) : null}
      <ul className={styles['list']} data-at="/items">
        {items.map((popup, index) =>
          fits(popup) || popup.id === openId ? (
            <PopupRow
              key={popup.id}
              popup={popup}
              index={index}
              open={popup.id === openId}
              onOpen={(open) => {
                onOpen(open ? popup.id : undefined);
              }}
              onChange={(part) => {
                change((now) => ({
                  items: now.items.map((item) => (item.id === popup.id ? { ...item, ...part } : item)),
                }));
              }}
              onRemove={() => {
                remove(popup, index);
              }}
            />
          ) : null,
        )}
      </ul>
      {items.length > 0 && !items.some(fits) ? <p>{t('nothingFound')}</p> : null}
    </FormCard>
  );
}
