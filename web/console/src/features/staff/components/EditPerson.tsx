import { etagOf, isProblem } from '@dakenh/api-client';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/api/staff.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../../shared/lib/form-problems.ts';
import { ConflictDialog } from '../../../shared/ui/ConflictDialog.tsx';
import { useChangeMembership, useMemberships } from '../api/memberships.ts';
import { useInvite, useLatestPerson, usePatchPerson } from '../api/staff.ts';
import styles from '../staff.module.css';
import { PortraitField } from './PortraitField.tsx';
import { RoleField } from './RoleField.tsx';

type PersonFields = Pick<StaffMember, 'name' | 'role'> & {
  capacity?: number | null | undefined;
  avatarUrl?: string | null | undefined;
};

type FormFields = PersonFields & { departmentIds?: string[] };

const CAPACITY = { min: 1, max: 100 };

interface EditPersonProps {
  person: StaffMember;
  /** Nobody takes the owner role or the account away from oneself. */
  self: boolean;
  onClose: () => void;
}

interface Conflict {
  mine: PersonFields;
  theirs: StaffMember;
}

export function EditPerson({ person, self, onClose }: EditPersonProps) {
  const { t } = useTranslation(['staff', 'common']);
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const [form] = Form.useForm<FormFields>();
  const save = usePatchPerson();
  const latest = useLatestPerson();
  const invite = useInvite();
  const memberships = useMemberships();
  const changeMembership = useChangeMembership();
  const [base, setBase] = useState(person);
  const [problem, setProblem] = useState<string>();
  const [conflict, setConflict] = useState<Conflict>();

  const refused = async (error: unknown, mine: PersonFields) => {
    if (isProblem(error, 'etag-mismatch')) {
      try {
        setConflict({ mine, theirs: (await latest(person.id)).value });
      } catch (unread) {
        setProblem(errorText.of(unread));
      }
      return;
    }
    const found = fieldErrors(error, ['name', 'role', 'capacity', 'avatarUrl'], errorText);
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof PersonFields })));
    setProblem(found.rest ? errorText.of(error) : undefined);
  };

  const departmentsOf = () => (memberships.data ?? []).filter((one) => one.agentIds.includes(person.id));

  /** One after the other; the first that is refused is named, and what stands before it stays. */
  const moveBetweenDepartments = async (wanted: string[] | undefined) => {
    if (wanted === undefined) return true;
    for (const department of memberships.data ?? []) {
      const member = wanted.includes(department.id);
      if (member === department.agentIds.includes(person.id)) continue;
      try {
        await changeMembership.mutateAsync({ departmentId: department.id, personId: person.id, member });
      } catch (error) {
        setProblem(t('departmentRefused', { department: department.name, reason: errorText.of(error) }));
        return false;
      }
    }
    return true;
  };

  const submit = async (values: FormFields, version: number) => {
    setProblem(undefined);
    const { departmentIds, ...mine } = values;
    const patch = {
      name: mine.name.trim(),
      role: mine.role,
      capacity: mine.capacity ?? null,
      avatarUrl: mine.avatarUrl ?? null,
    };
    try {
      const saved = await save.mutateAsync({ id: person.id, etag: etagOf(version), patch });
      setBase(saved.value);
    } catch (error) {
      await refused(error, patch);
      return;
    }
    if (!(await moveBetweenDepartments(departmentIds))) return;
    void message.success(t('saved', { name: patch.name }));
    onClose();
  };

  const setActive = async (active: boolean) => {
    try {
      await save.mutateAsync({ id: person.id, etag: etagOf(base.version), patch: { active } });
      void message.success(t(active ? 'activated' : 'deactivated', { name: person.name }));
      onClose();
    } catch (error) {
      setProblem(errorText.of(error));
    }
  };

  const toggleActive = () => {
    if (!base.active) {
      void setActive(true);
      return;
    }
    modal.confirm({
      title: t('deactivateTitle', { name: person.name }),
      content: t('deactivateBody'),
      okText: t('deactivate'),
      okButtonProps: { danger: true },
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: () => setActive(false),
    });
  };

  const inviteAgain = () => {
    setProblem(undefined);
    invite.mutate(person.id, {
      onSuccess: () => {
        void message.success(t('invitationSent', { email: person.email }));
        onClose();
      },
      onError: (error) => {
        setProblem(errorText.of(error));
      },
    });
  };

  const label = (role: StaffMember['role']) => t(`role.${role}`, { ns: 'common' });
  return (
    <>
      <Modal
        open={conflict === undefined}
        title={t('editTitle', { name: person.name })}
        okText={t('actions.save', { ns: 'common' })}
        cancelText={t('actions.cancel', { ns: 'common' })}
        confirmLoading={save.isPending || changeMembership.isPending}
        onOk={() => {
          form.submit();
        }}
        onCancel={onClose}
        mask={{ closable: false }}
        footer={(buttons) => (
          <div className={styles['footer']}>
            {self ? null : (
              <Button danger={base.active} onClick={toggleActive}>
                {base.active ? t('deactivate') : t('activate')}
              </Button>
            )}
            <span>{buttons}</span>
          </div>
        )}
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            name: base.name,
            role: base.role,
            capacity: base.capacity,
            avatarUrl: base.avatarUrl,
          }}
          onFinish={(values) => void submit(values, base.version)}
          className={styles['form'] ?? ''}
        >
          {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
          <Form.Item
            name="name"
            label={t('name')}
            rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
          >
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
          <Form.Item label={t('email')} htmlFor="person-email" extra={t('emailLocked')}>
            <Input id="person-email" value={person.email} disabled />
          </Form.Item>
          {base.active && base.invited === true ? (
            <Form.Item>
              <Button loading={invite.isPending} onClick={inviteAgain}>
                {t('inviteAgain')}
              </Button>
            </Form.Item>
          ) : null}
          <Form.Item name="avatarUrl" label={t('picture')} extra={t('pictureHelp')}>
            <PortraitField />
          </Form.Item>
          <RoleField disabled={self} />
          {memberships.isError ? <Alert type="warning" showIcon title={t('departmentsFailed')} /> : null}
          {memberships.data ? (
            <Form.Item
              name="departmentIds"
              label={t('departments')}
              extra={t('departmentsHelp')}
              initialValue={departmentsOf().map((one) => one.id)}
            >
              <Select
                mode="multiple"
                placeholder={t('departmentsNone')}
                optionFilterProp="label"
                options={memberships.data.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          ) : null}
          <Form.Item
            name="capacity"
            label={t('capacity')}
            extra={t('capacityHelp')}
            rules={[{ type: 'integer', ...CAPACITY, message: t('capacityRange', CAPACITY) }]}
          >
            <InputNumber controls={false} precision={0} placeholder={t('capacityDefault')} />
          </Form.Item>
        </Form>
      </Modal>
      <ConflictDialog
        open={conflict !== undefined}
        busy={save.isPending}
        rows={
          conflict
            ? [
                { label: t('name'), mine: conflict.mine.name, theirs: conflict.theirs.name },
                { label: t('role'), mine: label(conflict.mine.role), theirs: label(conflict.theirs.role) },
                {
                  label: t('picture'),
                  mine: t(conflict.mine.avatarUrl ? 'pictureSome' : 'pictureNone'),
                  theirs: t(conflict.theirs.avatarUrl ? 'pictureSome' : 'pictureNone'),
                },
                {
                  label: t('capacity'),
                  mine: conflict.mine.capacity?.toString() ?? t('capacityDefault'),
                  theirs: conflict.theirs.capacity?.toString() ?? t('capacityDefault'),
                },
              ]
            : []
        }
        onKeepEditing={() => {
          setConflict(undefined);
        }}
        onTakeTheirs={() => {
          if (!conflict) return;
          setBase(conflict.theirs);
          const { name, role, capacity, avatarUrl } = conflict.theirs;
          form.setFieldsValue({ name, role, capacity: capacity ?? null, avatarUrl: avatarUrl ?? null });
          setConflict(undefined);
        }}
        onOverwrite={() => {
          if (!conflict) return;
          setConflict(undefined);
          void submit(conflict.mine, conflict.theirs.version);
        }}
      />
    </>
  );
}
