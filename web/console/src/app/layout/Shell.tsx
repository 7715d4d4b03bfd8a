import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from 'react-oidc-context';
import { Outlet, useLocation } from 'react-router';
import { ChannelAlert } from '../../features/channels/ChannelAlert.tsx';
import { CallBar } from '../../features/desk/calls/CallBar.tsx';
import { DeskNews } from '../../features/desk/care/DeskNews.tsx';
import { ConnectionBar } from '../../features/desk/components/ConnectionBar.tsx';
import { UnreadTitle } from '../../features/desk/components/UnreadTitle.tsx';
import { DeskProvider } from '../../features/desk/DeskProvider.tsx';
import { OfferStack } from '../../features/desk/offers/OfferStack.tsx';
import { DeskSounds } from '../../features/desk/sounds/DeskSounds.tsx';
import { QueueAlert } from '../../features/queue/QueueAlert.tsx';
import { browserStorage } from '../../shared/lib/storage.ts';
import { useMedia, usePhone } from '../../shared/lib/useMedia.ts';
import { accessToken, signInState, userManager } from '../auth.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Brand } from './Brand.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';

const RAIL_KEY = 'dakenh.rail';

function onTokenRenewed(listener: (token: string) => void): () => void {
  return userManager.events.addUserLoaded((user) => {
    listener(user.access_token);
  });
}

/** Rail, page and what stays on every page: the connection, the offers. */
export function Shell() {
  const { t } = useTranslation('shell');
  const auth = useAuth();
  const phone = usePhone();
  const roomy = useMedia('(min-width: 1440px)');
  const { pathname } = useLocation();
  const [stored, setStored] = useState(() => browserStorage.read(RAIL_KEY));
  const [menuAt, setMenuAt] = useState<string>();
  const narrow = stored === null ? !roomy && pathname.startsWith('/desk') : stored === 'narrow';

  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);

  const setNarrow = (next: boolean) => {
    const value = next ? 'narrow' : 'wide';
    setStored(value);
    browserStorage.write(RAIL_KEY, value);
  };
  const signIn = () => void auth.signinRedirect({ state: signInState() });
  return (
    <DeskProvider token={accessToken} onTokenRenewed={onTokenRenewed}>
      <a className={styles['skip']} href="#content">
        {t('nav.skip')}
      </a>
      <UnreadTitle />
      <QueueAlert />
      <div className={styles['shell']}>
        {phone ? (
          <header className={styles['top']}>
            <Button
              type="text"
              icon={<MenuOutlined aria-hidden="true" />}
              aria-label={t('nav.open')}
              onClick={() => {
                setMenuAt(pathname);
              }}
            />
            <Brand narrow={false} />
            <AccountMenu narrow />
          </header>
        ) : (
          <div className={styles['rail']} data-narrow={narrow}>
            <Rail narrow={narrow} onNarrow={setNarrow} />
          </div>
        )}
        <div className={styles['main']}>
          <CallBar />
          <ConnectionBar onSignIn={signIn} />
          <ChannelAlert />
          <FirstSteps />
          <main id="content" className={styles['content']} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Drawer
        // Choosing a page changes the path, and that closes the menu.
        open={phone && menuAt === pathname}
        placement="left"
        size={292}
        title={<Brand narrow={false} />}
        onClose={() => {
          setMenuAt(undefined);
        }}
        styles={{ body: { padding: 0 } }}
      >
        <Rail narrow={false} />
      </Drawer>
      <OfferStack />
      <DeskSounds />
      <DeskNews />
    </DeskProvider>
  );
}
