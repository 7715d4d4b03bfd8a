import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { NumberField, SwitchField, TextField } from '../../shared/section/fields/inputs.tsx';
import { moved, SortableList } from '../../shared/section/fields/SortableList.tsx';
import { useKeys } from '../../shared/section/fields/useKeys.ts';
import { FormCard, Pair } from '../../shared/section/FormCard.tsx';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import type { Sequence, SequenceName } from './content.ts';
import { LIMITS } from './content.ts';

interface SequenceCardProps {
  name: SequenceName;
  sequence: Sequence;
  change: (next: (now: Sequence) => Sequence) => void;
}

export function SequenceCard({ name, sequence, change }: SequenceCardProps) {
  const { t } = useTranslation('sequences');
  const undo = useUndo();
  const { contents } = sequence;
  const keys = useKeys(contents.length);
  const set = (part: Partial<Sequence>) => {
    change((now) => ({ ...now, ...part }));
  };

  const insert = (index: number, text: string) => {
    keys.insert(index);
    change((now) => ({ ...now, contents: now.contents.toSpliced(index, 0, text) }));
  };
  const remove = (index: number) => {
    const text = contents[index] ?? '';
    keys.remove(index);
    set({ contents: contents.toSpliced(index, 1) });
    undo(t('removed', { position: index + 1 }), () => {
      insert(index, text);
    });
  };

  return (
    <FormCard title={t(`names.${name}`)} help={t(`help.${name}`)}>
      <SwitchField
        at={`/${name}/enabled`}
        label={t('enabled')}
        value={sequence.enabled}
        onChange={(enabled) => {
          set({ enabled });
        }}
      />
      <Pair>
        <NumberField
          at={`/${name}/startDelaySeconds`}
          label={t('startDelay')}
          min={LIMITS.delay[name]}
          max={LIMITS.delayMost}
          unit={t('seconds')}
          value={sequence.startDelaySeconds}
          onChange={(startDelaySeconds) => {
            set({ startDelaySeconds });
          }}
        />
        <NumberField
          at={`/${name}/gapSeconds`}
          label={t('gap')}
          min={1}
          max={LIMITS.gapMost}
          unit={t('seconds')}
          value={sequence.gapSeconds}
          onChange={(gapSeconds) => {
            set({ gapSeconds });
          }}
        />
      </Pair>
      <Field at={`/${name}/contents`} label={t('contents')} help={t('contentsHelp')} group>
        {() => (
          <SortableList
            label={t('contents')}
            onMove={(from, to) => {
              keys.move(from, to);
              set({ contents: moved(contents, from, to) });
            }}
            onRemove={sequence.enabled && contents.length === 1 ? undefined : remove}
            items={contents.map((text, index) => ({
              key: keys.keys[index] ?? String(index),
              name: t('content', { position: index + 1 }),
              at: `/${name}/contents/${String(index)}`,
              body: (
                <TextField
                  at={`/${name}/contents/${String(index)}`}
                  label={t('content', { position: index + 1 })}
                  hideLabel
                  max={1000}
                  rows={2}
                  value={text}
                  onChange={(value) => {
                    set({ contents: contents.with(index, value) });
                  }}
                />
              ),
            }))}
          />
        )}
      </Field>
      <div>
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={contents.length >= LIMITS.contents}
          onClick={() => {
            insert(contents.length, '');
          }}
        >
          {t('add')}
        </Button>
      </div>
    </FormCard>
  );
}
