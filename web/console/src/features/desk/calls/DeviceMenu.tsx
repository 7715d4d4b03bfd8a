import { SettingOutlined } from '@ant-design/icons';
import type { DeviceList } from '@dakenh/socket/call';
import { listDevices } from '@dakenh/socket/call';
import { Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../model/DeskContext.ts';
import styles from './calls.module.css';
import { useCall } from './useCall.ts';

interface DeviceMenuProps {
  speaker: string | undefined;
  onSpeaker: (deviceId: string) => void;
}

interface ChoiceProps {
  label: string;
  among: MediaDeviceInfo[];
  value: string | undefined;
  onChoose: (deviceId: string) => void;
}

function Choice({ label, among, value, onChoose }: ChoiceProps) {
  const { t } = useTranslation('calls');
  if (among.length === 0) return null;
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? among[0]?.deviceId}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {among.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label === '' ? t('bar.device', { index: index + 1 }) : device.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Devices({ speaker, onSpeaker }: DeviceMenuProps) {
  const { t } = useTranslation('calls');
  const { session } = useDesk().calls;
  const { devices, local } = useCall();
  const [list, setList] = useState<DeviceList>({ microphones: [], cameras: [], speakers: [] });
  useEffect(() => {
    const look = () => {
      listDevices().then(setList, () => undefined);
    };
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [local]);
  return (
    <div className={styles['devices']}>
      <Choice
        label={t('bar.microphone')}
        among={list.microphones}
        value={devices.microphone}
        onChoose={(microphone) => void session.choose({ microphone })}
      />
      <Choice
        label={t('bar.camera')}
        among={list.cameras}
        value={devices.camera}
        onChoose={(camera) => void session.choose({ camera })}
      />
      {'setSinkId' in HTMLMediaElement.prototype ? (
        <Choice label={t('bar.speaker')} among={list.speakers} value={speaker} onChoose={onSpeaker} />
      ) : null}
    </div>
  );
}

/** Which microphone, camera and speaker. */
export function DeviceMenu(props: DeviceMenuProps) {
  const { t } = useTranslation('calls');
  return (
    <Popover trigger="click" destroyOnHidden content={<Devices {...props} />} title={t('bar.devices')}>
      <Button
        shape="circle"
        icon={<SettingOutlined aria-hidden="true" />}
        aria-label={t('bar.devices')}
        title={t('bar.devices')}
      />
    </Popover>
  );
}
