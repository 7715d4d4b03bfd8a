import { isProblem } from '@dakenh/api-client';
import { Alert, App, Form, Input, InputNumber, Radio, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StaffMember } from '../../../shared/api/staff.ts';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../../shared/lib/form-problems.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { duration } from '../../../shared/lib/time.ts';
import type { ConflictRow } from '../../../shared/ui/ConflictDialog.tsx';
import { ConflictDialog } from '../../../shared/ui/ConflictDialog.tsx';
import { Card } from '../../../shared/ui/Page.tsx';
import { SaveBar } from '../../../shared/ui/SaveBar.tsx';
import type { Department, DepartmentFields } from '../api/departments.ts';
import { MODES, useLatestDepartment, useSaveDepartment } from '../api/departments.ts';
import styles from '../departments.module.css';
import type { Hours } from '../hours/hours.ts';
import { DAYS, hoursFault, spansOf } from '../hours/hours.ts';
import { HoursField } from '../hours/HoursField.tsx';
import { toDepartments } from '../routes.ts';
import { PeopleList } from './PeopleList.tsx';
import { PictureField } from './PictureField.tsx';

const FIELDS = [
  'name',
  'pictureMediaId',
  'allocationMode',
  'passOnSeconds',
  'totalSeconds',
  'agentIds',
  'default',
  'capacity',
  'preferPreviousAgent',
  'hours',
] as const;
const PASS_ON = { min: 5, max: 300 };
const TOTAL = { min: 30, max: 3600 };
const CAPACITY = { min: 1, max: 100 };

interface DepartmentFormProps {
  id: string | undefined;
  initial: DepartmentFields | Department;
  initialEtag: string | undefined;
  staff: readonly StaffMember[];
  /** Time zone of the business. */
  zone: string;
}

interface Conflict {
  mine: DepartmentFields;
  theirs: Department;
  etag: string | undefined;
}

function fieldsOf(source: DepartmentFields): DepartmentFields {
  const { name, pictureMediaId, allocationMode, passOnSeconds, totalSeconds, agentIds } = source;
  const { capacity, preferPreviousAgent, hours } = source;
  return {
    name,
    pictureMediaId,
    allocationMode,
    passOnSeconds,
    totalSeconds,
    agentIds,
    default: source.default,
    capacity: capacity ?? undefined,
    preferPreviousAgent,
    hours,
  };
}

function useConflictRows(staff: readonly StaffMember[]) {
  const { t } = useTranslation('departments');
  const language = useLanguage();
  const nameOf = (id: string) => staff.find((person) => person.id === id)?.name ?? t('former');
  const hoursText = (hours: Hours) =>
    [
      ...DAYS.map((day) => {
        const spans = spansOf(hours, day).map(({ from, to }) => `${from}–${to}`);
        return `${t(`hours.days.${day}`)}: ${spans.join(', ') || t('hours.closed')}`;
      }),
      t('hours.datedCount', { count: hours.dated.length }),
    ].join('; ');
  const people = (ids: readonly string[]) =>
    ids.map((id, index) => `${String(index + 1)}. ${nameOf(id)}`).join(', ');
  return (mine: DepartmentFields, theirs: DepartmentFields): ConflictRow[] => {
    const row = (label: string, show: (fields: DepartmentFields) => string) => ({
      label,
      mine: show(mine),
      theirs: show(theirs),
    });
    return [
      row(t('name'), (fields) => fields.name),
      row(t('picture'), (fields) => (fields.pictureMediaId === undefined ? '' : t('pictureOf', fields))),
      row(t('mode'), (fields) => t(`modes.${fields.allocationMode}.name`)),
      row(t('people'), (fields) => people(fields.agentIds)),
      row(t('passOn'), (fields) => duration(fields.passOnSeconds, language)),
      row(t('total'), (fields) => duration(fields.totalSeconds, language)),
      row(t('capacity'), (fields) => fields.capacity?.toString() ?? t('unlimited')),
      row(t('preferPrevious'), (fields) => (fields.preferPreviousAgent ? t('yes') : t('no'))),
      row(t('hours.title'), (fields) =>
        fields.hours === undefined ? t('hours.always') : hoursText(fields.hours),
      ),
      row(t('isDefault'), (fields) => (fields.default ? t('yes') : t('no'))),
    ];
  };
}

export function DepartmentForm({ id, initial, initialEtag, staff, zone }: DepartmentFormProps) {
  const { t } = useTranslation('departments');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const language = useLanguage();
  const errorText = useErrorText();
  const [form] = Form.useForm<DepartmentFields>();
  const save = useSaveDepartment();
  const latest = useLatestDepartment();
  const conflictRows = useConflictRows(staff);
  const [base, setBase] = useState(() => fieldsOf(initial));
  const [etag, setEtag] = useState(initialEtag);
  const [idempotencyKey] = useState(newId);
  const [dirty, setDirty] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState<string>();
  const mode = Form.useWatch('allocationMode', form) ?? base.allocationMode;
  const total = Form.useWatch('totalSeconds', form) ?? base.totalSeconds;

  const refused = async (error: unknown, mine: DepartmentFields) => {
    if (id !== undefined && isProblem(error, 'etag-mismatch')) {
      try {
        const { value, etag: newest } = await latest(id);
        setConflict({ mine, theirs: value, etag: newest });
      } catch (unread) {
        setProblem(errorText.of(unread));
      }
      return;
    }
    const found = fieldErrors(error, FIELDS, errorText, {
      'department-name-exists': 'name',
      'default-department-required': 'default',
    });
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof DepartmentFields })));
    setProblem(found.rest ? errorText.of(error) : undefined);
    const first = found.fields[0];
    if (first) form.scrollToField(first.name, { focus: true });
  };

  const submit = (values: DepartmentFields, withEtag: string | undefined) => {
    setProblem(undefined);
    const fields = fieldsOf({ ...values, name: values.name.trim() });
    save.mutate(
      { id, fields, etag: withEtag, idempotencyKey },
      {
        onSuccess: () => {
          void message.success(t(id === undefined ? 'created' : 'saved', { name: fields.name }));
          void navigate(toDepartments());
        },
        onError: (error) => void refused(error, fields),
      },
    );
  };

  const between = ({ min, max }: { min: number; max: number }) => ({
    type: 'integer' as const,
    required: true,
    min,
    max,
    message: t('range', { min, max }),
  });

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={base}
      requiredMark={false}
      disabled={save.isPending}
      onValuesChange={() => {
        setDirty(true);
      }}
      onFinish={(values) => {
        submit(values, etag);
      }}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Card>
        {problem === undefined ? null : (
          <Alert className={styles['problem'] ?? ''} type="error" showIcon title={problem} role="alert" />
        )}
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={120} placeholder={t('namePlaceholder')} autoComplete="off" />
        </Form.Item>
        <Form.Item name="pictureMediaId" label={t('picture')} extra={t('pictureHelp')}>
          <PictureField />
        </Form.Item>
        <Form.Item name="allocationMode" label={t('mode')}>
          <Radio.Group className={styles['modes'] ?? ''}>
            {MODES.map((value) => (
              <Radio key={value} value={value} className={styles['mode'] ?? ''}>
                <strong>{t(`modes.${value}.name`)}</strong>
                <span>{t(`modes.${value}.text`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="agentIds"
          label={t('people')}
          extra={t('peopleHelp')}
          rules={[{ type: 'array', required: true, min: 1, message: t('peopleRequired') }]}
        >
          <PeopleList staff={staff} />
        </Form.Item>
        <div className={styles['times']}>
          <Form.Item
            name="passOnSeconds"
            label={t('passOn')}
            extra={t('passOnHelp')}
            hidden={mode === 'all'}
            rules={[between(PASS_ON)]}
          >
            <InputNumber controls={false} className={styles['seconds'] ?? ''} precision={0} />
          </Form.Item>
          <Form.Item
            name="totalSeconds"
            label={t('total')}
            extra={
              <>
                {t('totalHelp')} {total >= 60 ? `(= ${duration(total, language)})` : ''}
              </>
            }
            rules={[between(TOTAL)]}
          >
            <InputNumber controls={false} className={styles['seconds'] ?? ''} precision={0} step={30} />
          </Form.Item>
        </div>
        <div className={styles['times']}>
          <Form.Item
            name="capacity"
            label={t('capacity')}
            extra={t('capacityHelp')}
            rules={[{ type: 'integer', ...CAPACITY, message: t('range', CAPACITY) }]}
          >
            <InputNumber
              controls={false}
              className={styles['seconds'] ?? ''}
              precision={0}
              placeholder={t('unlimited')}
            />
          </Form.Item>
          <Form.Item
            name="preferPreviousAgent"
            label={t('preferPrevious')}
            extra={t('preferPreviousHelp')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        </div>
        <Form.Item
          name="hours"
          label={t('hours.title')}
          extra={t('hours.outside')}
          rules={[
            {
              validator: (_, hours: Hours | undefined) => {
                const fault = hours && hoursFault(hours);
                return fault === undefined
                  ? Promise.resolve()
                  : Promise.reject(new Error(t(`hours.faults.${fault}`)));
              },
            },
          ]}
        >
          <HoursField zone={zone} disabled={save.isPending} />
        </Form.Item>
        <Form.Item
          name="default"
          label={t('isDefault')}
          extra={base.default ? t('isDefaultLocked') : t('isDefaultHelp')}
          valuePropName="checked"
        >
          <Switch disabled={base.default || save.isPending} />
        </Form.Item>
      </Card>
      <SaveBar dirty={dirty} saving={save.isPending} onCancel={() => void navigate(toDepartments())} />
      <ConflictDialog
        open={conflict !== undefined}
        rows={conflict ? conflictRows(conflict.mine, conflict.theirs) : []}
        busy={save.isPending}
        onKeepEditing={() => {
          setConflict(undefined);
        }}
        onTakeTheirs={() => {
          if (!conflict) return;
          const theirs = fieldsOf(conflict.theirs);
          setBase(theirs);
          form.setFieldsValue(theirs);
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
