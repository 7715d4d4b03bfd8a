import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useMe } from '../../shared/session/me.ts';
import { allows, navigation } from '../navigation.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import styles from './Shell.module.css';

interface RailProps {
  narrow: boolean;
  /** Absent in the phone's drawer, which has a head and an account menu of its own. */
  onNarrow?: (narrow: boolean) => void;
}

export function Rail({ narrow, onNarrow }: RailProps) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const groups = navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => allows(item.roles, me.roles)) }))
    .filter((group) => group.items.length > 0);
  return (
    <div className={styles['railBody']} data-narrow={narrow}>
      {onNarrow ? (
        <header className={styles['railHead']}>
          <Brand narrow={narrow} />
          <Tooltip title={t(narrow ? 'nav.expand' : 'nav.collapse')} placement="right">
            <Button
              type="text"
              icon={
                narrow ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />
              }
              aria-label={t(narrow ? 'nav.expand' : 'nav.collapse')}
              onClick={() => {
                onNarrow(!narrow);
              }}
            />
          </Tooltip>
        </header>
      ) : null}
      <nav aria-label={t('nav.label')} className={styles['nav']}>
        {groups.map((group) => (
          <div key={group.label ?? 'desk'} className={styles['group']}>
            {group.label === undefined || narrow ? null : <p>{t(`nav.${group.label}`)}</p>}
            <ul>
              {group.items.map((item) => (
                <li key={item.to}>
                  <Tooltip title={narrow ? t(`nav.${item.label}`) : ''} placement="right">
                    <NavLink to={item.to} className={styles['item'] ?? ''}>
                      <item.icon aria-hidden="true" />
                      <span className={narrow ? 'visually-hidden' : undefined}>{t(`nav.${item.label}`)}</span>
                    </NavLink>
                  </Tooltip>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {onNarrow ? <AccountMenu narrow={narrow} /> : null}
    </div>
  );
}
