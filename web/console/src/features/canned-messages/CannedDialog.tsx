import { etagOf, isProblem } from '@dakenh/api-client';
import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedMessage } from '../../shared/api/canned.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../shared/lib/form-problems.ts';
import { newId } from '../../shared/lib/ids.ts';
import type { ConflictRow } from '../../shared/ui/ConflictDialog.tsx';
import { ConflictDialog } from '../../shared/ui/ConflictDialog.tsx';
import type { CannedFields } from './api.ts';
import { useDepartmentNames, useLatestCanned, useSaveCanned } from './api.ts';
import styles from './canned.module.css';
import { CannedPictures } from './CannedPictures.tsx';

const FIELDS = ['name', 'content', 'departmentIds', 'mediaIds'] as const;
const VARIABLES = ['visitor', 'agent', 'department'] as const;
const NAME_LENGTH = 80;
const CONTENT_LENGTH = 5000;

type Values = CannedFields;

interface CannedDialogProps {
  message: CannedMessage | undefined;
  onClose: () => void;
}

/** Writes or changes one canned message. */
export function CannedDialog({ message: edited, onClose }: CannedDialogProps) {
  const { t } = useTranslation('canned');
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const save = useSaveCanned();
  const latest = useLatestCanned();
  const departments = useDepartmentNames();
  const content = useRef<TextAreaRef>(null);
  const [idempotencyKey] = useState(newId);
  const [base, setBase] = useState(edited);
  const [dirty, setDirty] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [conflict, setConflict] = useState<{ mine: Values; theirs: CannedMessage }>();

  const nameOf = (id: string) =>
    departments.data?.find((one) => one.id === id)?.name ?? t('formerDepartment');
  const scopeOf = (ids: readonly string[]) =>
    ids.length === 0 ? t('everybody') : ids.map(nameOf).join(', ');
  const rows = (mine: Values, theirs: Values): ConflictRow[] => [
    { label: t('name'), mine: mine.name, theirs: theirs.name },
    { label: t('content'), mine: mine.content, theirs: theirs.content },
    { label: t('departments'), mine: scopeOf(mine.departmentIds), theirs: scopeOf(theirs.departmentIds) },
    { label: t('pictures'), mine: String(mine.mediaIds.length), theirs: String(theirs.mediaIds.length) },
  ];

  const refused = async (error: unknown, mine: Values) => {
    if (base && isProblem(error, 'etag-mismatch')) {
      try {
        setConflict({ mine, theirs: (await latest(base.id)).value });
      } catch (unread) {
        setProblem(errorText.of(unread));
      }
      return;
    }
    const found = fieldErrors(error, FIELDS, errorText, { 'canned-message-name-exists': 'name' });
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof Values })));
    setProblem(found.rest ? errorText.of(error) : undefined);
    const first = found.fields[0];
    if (first) form.scrollToField(first.name, { focus: true });
  };

  const submit = (values: Values, from: CannedMessage | undefined) => {
    setProblem(undefined);
    save.mutate(
      {
        id: from?.id,
        fields: values,
        etag: from ? etagOf(from.version) : undefined,
        idempotencyKey,
      },
      {
        onSuccess: ({ value }) => {
          void message.success(t(from ? 'saved' : 'created', { name: value.name }));
          onClose();
        },
        onError: (error) => void refused(error, values),
      },
    );
  };

  const leave = () => {
    if (!dirty) {
      onClose();
      return;
    }
    modal.confirm({
      title: t('unsaved.title', { ns: 'common' }),
      content: t('unsaved.body', { ns: 'common' }),
      okText: t('unsaved.leave', { ns: 'common' }),
      okButtonProps: { danger: true },
      cancelText: t('unsaved.stay', { ns: 'common' }),
      onOk: onClose,
    });
  };

  const insert = (variable: (typeof VARIABLES)[number]) => {
    const area = content.current?.resizableTextArea?.textArea;
    const text = form.getFieldValue('content') ?? '';
    const from = area?.selectionStart ?? text.length;
    const to = area?.selectionEnd ?? from;
    const mark = `{${variable}}`;
    form.setFieldValue('content', text.slice(0, from) + mark + text.slice(to));
    setDirty(true);
    area?.focus();
    requestAnimationFrame(() => area?.setSelectionRange(from + mark.length, from + mark.length));
  };

  return (
    <>
      <Modal
        open
        title={t(edited ? 'editTitle' : 'newTitle')}
        width={640}
        okText={t('actions.save', { ns: 'common' })}
        cancelText={t('actions.cancel', { ns: 'common' })}
        confirmLoading={save.isPending}
        mask={{ closable: !dirty }}
        afterOpenChange={(shown) => {
          if (shown && !edited) form.focusField('name');
        }}
        onCancel={leave}
        onOk={() => {
          form.submit();
        }}
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={save.isPending}
          initialValues={{
            name: edited?.name ?? '',
            content: edited?.content ?? '',
            departmentIds: edited?.departmentIds ?? [],
            mediaIds: edited?.mediaIds ?? [],
          }}
          onValuesChange={() => {
            setDirty(true);
          }}
          onFinish={(values) => {
            submit(values, base);
          }}
        >
          {problem === undefined ? null : (
            <Alert className={styles['problem'] ?? ''} type="error" showIcon title={problem} role="alert" />
          )}
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
          >
            <Input
              autoComplete="off"
              count={{ show: false, max: NAME_LENGTH }}
              placeholder={t('namePlaceholder')}
            />
          </Form.Item>
          <Form.Item
            name="content"
            label={t('content')}
            rules={[{ required: true, whitespace: true, message: t('contentRequired') }]}
          >
            <Input.TextArea
              ref={content}
              autoSize={{ minRows: 5, maxRows: 14 }}
              count={{ show: true, max: CONTENT_LENGTH }}
              placeholder={t('contentPlaceholder')}
            />
          </Form.Item>
          <div className={styles['variables']} role="group" aria-label={t('variables')}>
            <span aria-hidden="true">{t('variables')}</span>
            {VARIABLES.map((variable) => (
              <Button
                key={variable}
                size="small"
                onClick={() => {
                  insert(variable);
                }}
              >
                {t(`variable.${variable}`)}
              </Button>
            ))}
          </div>
          <Form.Item name="departmentIds" label={t('departments')} extra={t('departmentsHelp')}>
            <Select
              mode="multiple"
              loading={departments.isPending}
              placeholder={t('everybody')}
              showSearch={{ optionFilterProp: 'label' }}
              options={(departments.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form.Item>
          <Form.Item name="mediaIds" label={t('pictures')} extra={t('picturesHelp')}>
            <CannedPictures disabled={save.isPending} />
          </Form.Item>
        </Form>
      </Modal>
      <ConflictDialog
        open={conflict !== undefined}
        busy={save.isPending}
        rows={conflict ? rows(conflict.mine, conflict.theirs) : []}
        onKeepEditing={() => {
          setConflict(undefined);
        }}
        onTakeTheirs={() => {
          if (!conflict) return;
          setBase(conflict.theirs);
          const { name, content: text, departmentIds, mediaIds } = conflict.theirs;
          form.setFieldsValue({ name, content: text, departmentIds, mediaIds });
          setDirty(false);
          setConflict(undefined);
        }}
        onOverwrite={() => {
          if (!conflict) return;
          setBase(conflict.theirs);
          submit(conflict.mine, conflict.theirs);
          setConflict(undefined);
        }}
      />
    </>
  );
}
