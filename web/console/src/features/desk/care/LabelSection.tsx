import { TagsOutlined } from '@ant-design/icons';
import type { Conversation } from '@dakenh/socket';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { putLabel } from './api.ts';
import styles from './care.module.css';
import { LabelChip, LabelChips } from './LabelChips.tsx';
import { useLabels } from './labels.ts';
import { useCare } from './useCare.ts';

/** The labels of a conversation, and the list to put more on. */
export function LabelSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const labels = useLabels();
  const care = useCare();
  const on = conversation.labels ?? [];
  const choices = (
    <div className={styles['fields']}>
      {labels.data?.length === 0 ? <p>{t('labels.none')}</p> : null}
      {labels.data?.map((label) => (
        <Checkbox
          key={label.id}
          checked={on.includes(label.id)}
          disabled={care.busy}
          onChange={(event) =>
            void care.run((http) => putLabel(http, conversation.id, label.id, event.target.checked))
          }
        >
          <LabelChip label={label} />
        </Checkbox>
      ))}
    </div>
  );
  return (
    <section className={styles['section']} aria-label={t('labels.title')}>
      <h3>
        {t('labels.title')}
        <Popover trigger="click" placement="bottomRight" content={choices}>
          <Button
            type="text"
            size="small"
            icon={<TagsOutlined aria-hidden="true" />}
            aria-label={t('labels.edit')}
            data-testid="edit-labels"
          />
        </Popover>
      </h3>
      <LabelChips ids={on} />
    </section>
  );
}
