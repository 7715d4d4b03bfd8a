import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { moved, SortableList } from '../../shared/section/fields/SortableList.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { useSectionFields } from '../../shared/section/SectionContext.ts';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import { AskedFieldBody } from './AskedFieldBody.tsx';
import type { AskedField, ChangeWindow, ChatWindow } from './content.ts';
import { FIELDS_MOST, isStandard, newField } from './content.ts';

interface AskedFieldsProps {
  content: ChatWindow;
  change: ChangeWindow;
}

/** What visitors are asked first, in order; the four usual questions cannot go, only hide. */
export function AskedFields({ content, change }: AskedFieldsProps) {
  const { t } = useTranslation('window');
  const undo = useUndo();
  const { disabled } = useSectionFields();
  const { fields } = content;
  const nameOf = ({ key, label }: AskedField) =>
    label || (isStandard(key) ? t(`standard.${key}`) : t('ownField'));
  const setFields = (next: (now: AskedField[]) => AskedField[]) => {
    change((now) => ({ ...now, fields: next(now.fields) }));
  };
  const remove = (index: number) => {
    const gone = fields[index];
    if (!gone) return;
    setFields((now) => now.filter((one) => one.key !== gone.key));
    undo(t('removed', { name: nameOf(gone) }), () => {
      setFields((now) => now.toSpliced(index, 0, gone));
    });
  };
  return (
    <FormCard title={t('fields')} help={t('fieldsHelp')}>
      <SortableList
        label={t('fields')}
        onMove={(from, to) => {
          setFields((now) => moved(now, from, to));
        }}
        onRemove={remove}
        items={fields.map((asked, index) => ({
          key: asked.key,
          name: nameOf(asked),
          at: `/fields/${String(index)}`,
          fixed: isStandard(asked.key),
          body: (
            <AskedFieldBody
              asked={asked}
              name={nameOf(asked)}
              at={`/fields/${String(index)}`}
              onChange={(next) => {
                setFields((now) => now.map((one) => (one.key === asked.key ? next : one)));
              }}
            />
          ),
        }))}
      />
      <div>
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={disabled || fields.length >= FIELDS_MOST}
          onClick={() => {
            setFields((now) => [...now, newField()]);
          }}
        >
          {t('addField')}
        </Button>
      </div>
    </FormCard>
  );
}
