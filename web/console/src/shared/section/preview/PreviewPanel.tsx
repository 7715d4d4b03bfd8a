import { DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../section.module.css';
import { PreviewFrame } from './PreviewFrame.tsx';
import type { Device, Moved, Screen } from './protocol.ts';
import { SCREENS } from './protocol.ts';
import type { PreviewState } from './usePreview.ts';

interface PreviewPanelProps {
  preview: PreviewState;
  initialScreen: Screen;
  onMoved?: ((moved: Moved) => void) | undefined;
  hint?: ReactNode;
}

export function PreviewPanel({ preview, initialScreen, onMoved, hint }: PreviewPanelProps) {
  const { t } = useTranslation('section');
  const [device, setDevice] = useState<Device>('desktop');
  const [screen, setScreen] = useState(initialScreen);
  return (
    <section className={styles['preview']} aria-label={t('preview.title')}>
      <div className={styles['previewHead']}>
        <Segmented
          aria-label={t('preview.screen')}
          value={screen}
          onChange={setScreen}
          options={SCREENS.map((value) => ({ value, label: t(`preview.screens.${value}`) }))}
        />
        <Segmented
          aria-label={t('preview.device')}
          value={device}
          onChange={setDevice}
          options={[
            {
              value: 'desktop',
              icon: <DesktopOutlined aria-hidden="true" />,
              label: <span className={styles['deviceName']}>{t('preview.devices.desktop')}</span>,
            },
            {
              value: 'phone',
              icon: <MobileOutlined aria-hidden="true" />,
              label: <span className={styles['deviceName']}>{t('preview.devices.phone')}</span>,
            },
          ]}
        />
      </div>
      <PreviewFrame
        key={device}
        bootstrap={preview.bootstrap}
        device={device}
        screen={screen}
        onMoved={onMoved}
      />
      <output className={styles['previewState']} aria-live="polite" data-state={preview.state}>
        {preview.state === 'current' ? (hint ?? t('preview.current')) : t(`preview.${preview.state}`)}
      </output>
    </section>
  );
}
