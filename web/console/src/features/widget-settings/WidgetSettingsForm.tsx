import { isProblem } from '@dakenh/api-client';
import { Alert, App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { useLanguage } from '../../shared/i18n/language.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import { ConflictDialog } from '../../shared/ui/ConflictDialog.tsx';
import { Card } from '../../shared/ui/Page.tsx';
import { SaveBar } from '../../shared/ui/SaveBar.tsx';
import { ColourField } from './ColourField.tsx';
import { COLOUR, contrast } from './contrast.ts';
import { Preview } from './Preview.tsx';
import type { WidgetSettings } from './settings.ts';
import { FIELDS, POSITIONS, useLatestWidgetSettings, useSaveWidgetSettings } from './settings.ts';
import styles from './widget-settings.module.css';

const READABLE = 4.5;

const LABELS = {
  title: 'heading',
  description: 'about',
  launcherLabel: 'launcher',
  greeting: 'greeting',
  headerColor: 'headerColor',
  textColor: 'textColor',
  position: 'position',
} as const;

interface WidgetSettingsFormProps {
  initial: WidgetSettings;
  initialEtag: string | undefined;
}

interface Conflict {
  mine: WidgetSettings;
  theirs: WidgetSettings;
  etag: string | undefined;
}

export function WidgetSettingsForm({ initial, initialEtag }: WidgetSettingsFormProps) {
  const { t } = useTranslation('widget');
  const language = useLanguage();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<WidgetSettings>();
  const save = useSaveWidgetSettings();
  const latest = useLatestWidgetSettings();
  const [etag, setEtag] = useState(initialEtag);
  const [dirty, setDirty] = useState(false);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [conflict, setConflict] = useState<Conflict>();
  const draft = { ...initial, ...Form.useWatch([], form) };
  const ratio = contrast(draft.headerColor, draft.textColor);

  const refused = async (error: unknown, mine: WidgetSettings) => {
    if (isProblem(error, 'etag-mismatch')) {
      try {
        const { value, etag: newest } = await latest();
        setConflict({ mine, theirs: value, etag: newest });
      } catch (unread) {
        setProblem(errorText.of(unread));
      }
      return;
    }
    const found = fieldErrors(error, FIELDS, errorText);
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof WidgetSettings })));
    setProblem(found.rest ? errorText.of(error) : undefined);
  };

  const submit = (fields: WidgetSettings, withEtag: string | undefined) => {
    setProblem(undefined);
    save.mutate(
      { fields, etag: withEtag },
      {
        onSuccess: (answer) => {
          setEtag(answer.etag);
          form.setFieldsValue(answer.value);
          setDirty(false);
          setSaved(true);
          void message.success(t('saved'));
        },
        onError: (error) => void refused(error, fields),
      },
    );
  };

  const shown = (field: keyof WidgetSettings, settings: WidgetSettings) =>
    field === 'position' ? t(`positions.${settings.position}`) : settings[field];
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const colour = [{ required: true, pattern: COLOUR, message: t('color') }];
  const formatted = ratio?.toLocaleString(language, { maximumFractionDigits: 1 }) ?? '';
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={save.isPending}
      onValuesChange={() => {
        setDirty(true);
        setSaved(false);
      }}
      onFinish={(values) => {
        submit(values, etag);
      }}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <div className={styles['columns']}>
        <div>
          <Card>
            {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
            <Form.Item name="title" label={t('heading')} extra={t('headingHelp')} rules={required}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="description" label={t('about')} extra={t('aboutHelp')}>
              <Input.TextArea maxLength={300} rows={3} />
            </Form.Item>
            <Form.Item name="greeting" label={t('greeting')} extra={t('greetingHelp')}>
              <Input.TextArea maxLength={500} rows={3} />
            </Form.Item>
            <Form.Item name="launcherLabel" label={t('launcher')} rules={required}>
              <Input maxLength={40} />
            </Form.Item>
            <div className={styles['colours']}>
              <Form.Item name="headerColor" label={t('headerColor')} rules={colour}>
                <ColourField />
              </Form.Item>
              <Form.Item name="textColor" label={t('textColor')} rules={colour}>
                <ColourField />
              </Form.Item>
            </div>
            {ratio === undefined ? null : (
              <Alert
                className={styles['contrast'] ?? ''}
                showIcon
                type={ratio < READABLE ? 'warning' : 'success'}
                title={t(ratio < READABLE ? 'contrastLow' : 'contrastFine', { ratio: formatted })}
              />
            )}
            <Form.Item name="position" label={t('position')}>
              <Radio.Group options={POSITIONS.map((value) => ({ value, label: t(`positions.${value}`) }))} />
            </Form.Item>
          </Card>
          <SaveBar dirty={dirty} saving={save.isPending} saved={saved} />
        </div>
        <Preview settings={draft} />
      </div>
      <ConflictDialog
        open={conflict !== undefined}
        busy={save.isPending}
        rows={
          conflict
            ? FIELDS.map((field) => ({
                label: t(LABELS[field]),
                mine: shown(field, conflict.mine),
                theirs: shown(field, conflict.theirs),
              }))
            : []
        }
        onKeepEditing={() => {
          setConflict(undefined);
        }}
        onTakeTheirs={() => {
          if (!conflict) return;
          form.setFieldsValue(conflict.theirs);
          setEtag(conflict.etag);
          setDirty(false);
          setConflict(undefined);
        }}
        onOverwrite={() => {
          if (!conflict) return;
          setEtag(conflict.etag);
          submit(conflict.mine, conflict.etag);
          setConflict(undefined);
        }}
      />
    </Form>
  );
}
