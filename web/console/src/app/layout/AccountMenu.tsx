import { KeyOutlined, LogoutOutlined, SafetyOutlined } from '@ant-design/icons';
import { Button, Popover, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { ShiftCheck } from '../../features/desk/calls/ShiftCheck.tsx';
import { DeviceSettings } from '../../features/desk/push/DeviceSettings.tsx';
import { useDesk, useDeskState } from '../../features/desk/model/DeskContext.ts';
import { LANGUAGES, useLanguage } from '../../shared/i18n/language.ts';
import { useMe } from '../../shared/session/me.ts';
import { Avatar, PresenceDot } from '../../shared/ui/Avatar.tsx';
import { signInState } from '../auth.ts';
import { useThemeControl } from '../ThemeContext.ts';
import { THEME_CHOICES } from '../useTheme.ts';
import styles from './AccountMenu.module.css';

const DECLARED = ['online', 'busy', 'away'] as const;
const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

/** What the others see: nothing is online without a connection. */
function usePresence() {
  const me = useMe();
  const desk = useDesk();
  return useDeskState((state) =>
    state.connection.state.kind === 'online' ? (state.presence.get(me.id) ?? desk.presence) : 'offline',
  );
}

export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation(['shell', 'common']);
  const me = useMe();
  const presence = usePresence();
  const [open, setOpen] = useState(false);
  const presenceName = t(`presence.${presence}`, { ns: 'common' });
  return (
    <Popover
      trigger="click"
      placement={narrow ? 'rightBottom' : 'topLeft'}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<AccountPanel presence={presence} />}
    >
      <button
        type="button"
        className={styles['account']}
        data-narrow={narrow}
        aria-expanded={open}
        data-testid="account-menu"
      >
        <span className={styles['face']}>
          <Avatar id={me.id} name={me.name} url={me.avatarUrl} size={36} />
          <PresenceDot state={presence} />
        </span>
        <span className="visually-hidden">{t('account.label')}</span>
        <span className={narrow ? 'visually-hidden' : styles['who']}>
          <strong>{me.name}</strong> <span>{presenceName}</span>
        </span>
      </button>
    </Popover>
  );
}

/** Keycloak's own pages do it, and lead back to where the person was. */
function SignInSafety() {
  const { t } = useTranslation('shell');
  const auth = useAuth();
  const language = useLanguage();
  const goTo = (action: string) => {
    void auth.signinRedirect({
      state: signInState(),
      ui_locales: language,
      extraQueryParams: { kc_action: action },
    });
  };
  return (
    <div className={styles['safety']}>
      <Button
        icon={<SafetyOutlined aria-hidden="true" />}
        onClick={() => {
          goTo('CONFIGURE_TOTP');
        }}
      >
        {t('account.twoFactor')}
      </Button>
      <Button
        icon={<KeyOutlined aria-hidden="true" />}
        onClick={() => {
          goTo('UPDATE_PASSWORD');
        }}
      >
        {t('account.password')}
      </Button>
    </div>
  );
}

function AccountPanel({ presence }: { presence: string }) {
  const { t, i18n } = useTranslation(['shell', 'common']);
  const me = useMe();
  const auth = useAuth();
  const desk = useDesk();
  const theme = useThemeControl();
  const language = useLanguage();
  const roles = me.roles.map((role) => t(`role.${role}`, { ns: 'common' })).join(', ');
  return (
    <div className={styles['panel']} role="dialog" aria-label={me.name}>
      <div className={styles['person']}>
        <strong>{me.name}</strong>
        <span>{me.email}</span>
        <span>
          {roles} · {me.tenant.name}
        </span>
      </div>
      <fieldset className={styles['presence']}>
        <legend>{t('account.presence')}</legend>
        {DECLARED.map((state) => (
          <label key={state}>
            <input
              type="radio"
              name="presence"
              checked={presence === state}
              onChange={() => {
                desk.declare(state);
              }}
            />
            <PresenceDot state={state} />
            {t(`presence.${state}`, { ns: 'common' })}
          </label>
        ))}
      </fieldset>
      <div className={styles['choice']}>
        <span id="account-language">{t('account.language')}</span>
        <Segmented
          block
          aria-labelledby="account-language"
          value={language}
          onChange={(next) => void i18n.changeLanguage(next)}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </div>
      <div className={styles['choice']}>
        <span id="account-theme">{t('account.theme')}</span>
        <Segmented
          block
          aria-labelledby="account-theme"
          value={theme.choice}
          onChange={theme.choose}
          options={THEME_CHOICES.map((value) => ({ value, label: t(`account.${value}`) }))}
        />
      </div>
      <ShiftCheck />
      <DeviceSettings />
      <SignInSafety />
      <Button block icon={<LogoutOutlined aria-hidden="true" />} onClick={() => void auth.signoutRedirect()}>
        {t('account.signOut')}
      </Button>
    </div>
  );
}
