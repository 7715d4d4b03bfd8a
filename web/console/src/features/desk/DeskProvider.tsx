import type { SocketOptions } from '@dakenh/socket';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { useHttp } from '../../shared/api/HttpContext.ts';
import type { SettingsChanges } from '../../shared/live/SettingsChanges.ts';
import { SettingsChangesContext } from '../../shared/live/SettingsChanges.ts';
import type { WaitingAlerts } from '../../shared/live/WaitingAlerts.ts';
import { WaitingAlertsContext } from '../../shared/live/WaitingAlerts.ts';
import { useMe } from '../../shared/session/me.ts';
import { Desk } from './model/desk.ts';
import { DeskContext } from './model/DeskContext.ts';

interface DeskProviderProps {
  token: SocketOptions['token'];
  /** Calls back with every renewed token; returns how to stop. */
  onTokenRenewed: (listener: (token: string) => void) => () => void;
  children: ReactNode;
}

function socketUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/agent`;
}

/** Keeps the one socket of this tab open on every page, so that offers and presence do not depend on the desk page. */
export function DeskProvider({ token, onTokenRenewed, children }: DeskProviderProps) {
  const http = useHttp();
  const me = useMe();
  const [desk] = useState(() => new Desk({ meId: me.id, http, url: socketUrl(), token }));

  useEffect(() => {
    desk.start();
    const wake = () => {
      if (document.visibilityState === 'visible') desk.wake();
    };
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    const stopRenewals = onTokenRenewed((renewed) => {
      desk.authenticate(renewed);
    });
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      stopRenewals();
      desk.stop();
    };
  }, [desk, onTokenRenewed]);

  const changes = useMemo<SettingsChanges>(
    () => ({
      onChange: (listener) => {
        const stopSettings = desk.onSettings(listener);
        const stopReady = desk.onReady(() => {
          listener();
        });
        return () => {
          stopSettings();
          stopReady();
        };
      },
    }),
    [desk],
  );

  const waiting = useMemo<WaitingAlerts>(
    () => ({ onWaiting: (listener) => desk.onWaiting(listener) }),
    [desk],
  );

  return (
    <DeskContext value={desk}>
      <SettingsChangesContext value={changes}>
        <WaitingAlertsContext value={waiting}>{children}</WaitingAlertsContext>
      </SettingsChangesContext>
    </DeskContext>
  );
}
