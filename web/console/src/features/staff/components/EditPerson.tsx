import { etagOf, isProblem } from '@dakenh/api-client';
import { Alert, App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/api/staff.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { fieldErrors } from '../../../shared/lib/form-problems.ts';
import { ConflictDialog } from '../../../shared/ui/ConflictDialog.tsx';
import { useInvite, useLatestPerson, usePatchPerson } from '../api/staff.ts';
import styles from '../staff.module.css';
import { RoleField } from './RoleField.tsx';

type PersonFields = Pick<StaffMember, 'name' | 'role'> & { capacity?: number | null | undefined };

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
  const [form] = Form.useForm<PersonFields>();
  const save = usePatchPerson();
  const latest = useLatestPerson();
  const invite = useInvite();
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
    const found = fieldErrors(error, ['name', 'role', 'capacity'], errorText);
    form.setFields(found.fields.map((field) => ({ ...field, name: field.name as keyof PersonFields })));
    setProblem(found.rest ? errorText.of(error) : undefined);
  };

  const submit = (values: PersonFields, version: number) => {
    setProblem(undefined);
    const patch = { name: values.name.trim(), role: values.role, capacity: values.capacity ?? null };
    save.mutate(
      { id: person.id, etag: etagOf(version), patch },
      {
        onSuccess: () => {
          void message.success(t('saved', { name: patch.name }));
          onClose();
        },
        onError: (error) => void refused(error, patch),
      },
    );
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
        confirmLoading={save.isPending}
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
          initialValues={{ name: base.name, role: base.role, capacity: base.capacity }}
          onFinish={(values) => {
            submit(values, base.version);
          }}
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
          <RoleField disabled={self} />
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
          const { name, role, capacity } = conflict.theirs;
          form.setFieldsValue({ name, role, capacity: capacity ?? null });
          setConflict(undefined);
        }}
        onOverwrite={() => {
          if (!conflict) return;
          setBase(conflict.theirs);
          submit(conflict.mine, conflict.theirs.version);
          setConflict(undefined);
        }}
      />
    </>
  );
}
