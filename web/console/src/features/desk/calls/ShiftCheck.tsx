import {
  CheckCircleFilled,
  CloseCircleFilled,
  CustomerServiceOutlined,
  LoadingOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadIce } from './api.ts';
import styles from './calls.module.css';
import type { Part, Result } from './check.ts';
import { tryCamera, tryMicrophone, tryNetwork, trySound } from './check.ts';

const PARTS: readonly Part[] = ['sound', 'microphone', 'camera', 'network'];
const WAITING: Record<Part, Result> = {
  sound: { state: 'waiting' },
  microphone: { state: 'waiting' },
  camera: { state: 'waiting' },
  network: { state: 'waiting' },
};

function verdict({ state }: Result): 'good' | 'bad' | 'running' | 'waiting' {
  if (state === 'running' || state === 'waiting') return state;
  return state === 'good' || state === 'relayed' || state === 'direct' ? 'good' : 'bad';
}

function Sign({ result }: { result: Result }) {
  switch (verdict(result)) {
    case 'good':
      return <CheckCircleFilled />;
    case 'bad':
      return <CloseCircleFilled />;
    case 'running':
      return <LoadingOutlined />;
    case 'waiting':
      return <MinusCircleOutlined />;
  }
}

function useWords() {
  const { t } = useTranslation('calls');
  return (part: Part, result: Result): string => {
    switch (result.state) {
      case 'waiting':
      case 'running':
        return t(`check.${result.state}`);
      case 'good':
        return part === 'sound' ? t('check.soundGood') : t('check.good');
      case 'silent':
        return t('check.soundBad');
      case 'quiet':
        return t('check.quiet');
      case 'relayed':
        return t('check.relay');
      case 'direct':
        return t('check.direct');
      case 'unreachable':
        return t('check.relayBad');
      case 'unconnected':
        return t('check.networkBad');
      case 'trouble':
        return t(`trouble.${part === 'camera' ? 'camera' : 'microphone'}.${result.why}`);
    }
  };
}

/** One press tries everything a shift needs; each part is green or red, with the reason. */
export function ShiftCheck() {
  const { t } = useTranslation('calls');
  const http = useHttp();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [results, setResults] = useState(WAITING);
  const running = Object.values(results).some(({ state }) => state === 'running');
  const done = results.network.state !== 'waiting' && !running;

  const note = (part: Part, result: Result) => {
    setResults((before) => ({ ...before, [part]: result }));
  };
  const run = async () => {
    setResults({
      sound: { state: 'running' },
      microphone: { state: 'running' },
      camera: { state: 'running' },
      network: { state: 'running' },
    });
    note('sound', await trySound());
    note('microphone', await tryMicrophone());
    note('camera', await tryCamera());
    const ice = await loadIce(http).catch(() => undefined);
    note('network', ice ? await tryNetwork(ice) : { state: 'unconnected' });
  };
  return (
    <>
      <Button
        block
        icon={<CustomerServiceOutlined aria-hidden="true" />}
        onClick={() => {
          setOpen(true);
        }}
        data-testid="shift-check"
      >
        {t('check.open')}
      </Button>
      <Modal
        open={open}
        title={t('check.title')}
        onCancel={() => {
          setOpen(false);
        }}
        footer={[
          <Button
            key="close"
            onClick={() => {
              setOpen(false);
            }}
          >
            {t('check.close')}
          </Button>,
          <Button
            key="run"
            type="primary"
            loading={running}
            onClick={() => void run()}
            data-testid="shift-check-run"
          >
            {t(done ? 'check.again' : 'check.start')}
          </Button>,
        ]}
      >
        <p>{t('check.intro')}</p>
        <ul className={styles['items']} aria-live="polite">
          {PARTS.map((part) => (
            <li key={part} data-part={part} data-result={verdict(results[part])}>
              <span aria-hidden="true">
                <Sign result={results[part]} />
              </span>
              <strong>{t(`check.${part}`)}</strong>
              <p>{words(part, results[part])}</p>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
