import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../staff.module.css';

const ROLES = ['agent', 'owner'] as const;

export function RoleField({ disabled = false }: { disabled?: boolean }) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <Form.Item name="role" label={t('role')}>
      <Radio.Group className={styles['roles'] ?? ''} disabled={disabled}>
        {ROLES.map((role) => (
          <Radio key={role} value={role}>
            <strong>{t(`role.${role}`, { ns: 'common' })}</strong>
            <span>{t(`roles.${role}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}
