import { Button } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me.ts';
import styles from '../section.module.css';
import type { Device, Moved, Screen } from './protocol.ts';
import { heard, show } from './protocol.ts';

const ADDRESS = '/widget/preview.html';
const PATIENCE_MILLISECONDS = 10_000;

/** How large the pretended screens are, in their own pixels. */
const SIZES: Record<Device, { width: number; height: number }> = {
  desktop: { width: 960, height: 700 },
  phone: { width: 390, height: 780 },
};

/** What stands above and below it: head of the page and of the preview, the bar with the buttons. */
const AROUND_PIXELS = 290;
const SMALLEST = 0.4;

/** The window's own height, which changes when a phone is turned. */
function useWindowHeight(): number {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('resize', changed);
      return () => {
        window.removeEventListener('resize', changed);
      };
    },
    () => window.innerHeight,
  );
}

interface PreviewFrameProps {
  bootstrap: unknown;
  device: Device;
  screen: Screen;
  onMoved: ((moved: Moved) => void) | undefined;
}

/** The real widget on a page of ours, drawn at its own size and shrunk to the room there is. */
export function PreviewFrame({ bootstrap, device, screen, onMoved }: PreviewFrameProps) {
  const { t } = useTranslation('section');
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [room, setRoom] = useState(0);
  const [state, setState] = useState<'waiting' | 'ready' | 'silent'>('waiting');
  const [attempt, setAttempt] = useState(0);
  const { width, height } = SIZES[device];
  const windowHeight = useWindowHeight();
  const { tenant } = useMe();

  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const message = heard(event, frame.current?.contentWindow, window.location.origin);
      if (message?.type === 'ready') setState('ready');
      if (message?.type === 'moved') onMoved?.(message);
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
    };
  }, [onMoved]);

  useEffect(() => {
    const window = frame.current?.contentWindow;
    if (state !== 'ready' || bootstrap === undefined || !window) return;
    show(window, { bootstrap, device, screen }, document.location.origin);
  }, [state, bootstrap, device, screen]);

  useEffect(() => {
    if (state !== 'waiting') return undefined;
    const timer = window.setTimeout(() => {
      setState('silent');
    }, PATIENCE_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [state, attempt]);

  const available = Math.max(0, room - (device === 'phone' ? 20 : 0));
  // All of it in sight: the button is at the bottom, where it is to be dragged.
  const tallest = Math.max(SMALLEST, (windowHeight - AROUND_PIXELS) / height);
  const scale = Math.min(device === 'phone' ? 0.76 : 1, available / width, tallest);
  return (
    <div ref={stage} className={styles['stage']}>
      <div className={styles['device']} data-device={device} style={{ width: width * scale }}>
        <div className={styles['glass']} style={{ height: height * scale }}>
          {state === 'silent' ? (
            <div className={styles['silent']} role="alert">
              <p>{t('preview.silent')}</p>
              <Button
                onClick={() => {
                  setAttempt(attempt + 1);
                  setState('waiting');
                }}
              >
                {t('preview.again')}
              </Button>
            </div>
          ) : (
            <iframe
              key={attempt}
              ref={frame}
              src={`${ADDRESS}?locale=${tenant.locale}`}
              title={t(`preview.frame.${device}`)}
              style={{ width, height, transform: `scale(${String(scale)})` }}
            />
          )}
        </div>
      </div>
    </div>
  );
}
