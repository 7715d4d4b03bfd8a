import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const LEAST = 8;
const MOST = 128;

/** A new password, with the rule said before it is broken. */
export function PasswordField({ email }: { email: () => unknown }) {
  const { t } = useTranslation('signup');
  return (
    <Form.Item
      name="password"
      label={t('password')}
      extra={t('passwordHelp')}
      validateTrigger="onBlur"
      rules={[
        { required: true, min: LEAST, message: t('passwordRequired') },
        {
          validator: (_, value: string) => {
            const address = email();
            return typeof address === 'string' &&
              address !== '' &&
              value.toLowerCase() === address.trim().toLowerCase()
              ? Promise.reject(new Error(t('passwordIsEmail')))
              : Promise.resolve();
          },
        },
      ]}
    >
      <Input.Password maxLength={MOST} autoComplete="new-password" />
    </Form.Item>
  );
}
