import {
  CopyOutlined,
  DownloadOutlined,
  FacebookFilled,
  MailOutlined,
  ShareAltOutlined,
} from '@ant-design/icons';
import { App, Button, Input, QRCode } from 'antd';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { saveFile } from '../../shared/lib/save-file.ts';
import { duration } from '../../shared/lib/time.ts';
import type { Summary } from './api.ts';
import styles from './referral.module.css';

const QR_PIXELS = 168;

interface ShareCardProps {
  code: string;
  url: string;
  rules: Summary | undefined;
}

/** The link, and every way to hand it on. */
export function ShareCard({ code, url, rules }: ShareCardProps) {
  const { t } = useTranslation('referral');
  const qr = useRef<HTMLDivElement>(null);
  const text = t('shareText');
  const saveQr = () => {
    qr.current?.querySelector('canvas')?.toBlob((picture) => {
      if (picture) saveFile(picture, t('qrFile'));
    });
  };
  const mail = `mailto:?subject=${encodeURIComponent(t('shareTitle'))}&body=${encodeURIComponent(`${text}\n${url}`)}`;
  return (
    <div className={styles['share']}>
      <div className={styles['ways']}>
        <Copyable label={t('link')} copyLabel={t('copyLink')} value={url} strong />
        <div className={styles['buttons']}>
          {'share' in navigator ? (
            <Button
              icon={<ShareAltOutlined aria-hidden="true" />}
              onClick={() => {
                // Closing the sheet without sharing is no failure.
                void navigator.share({ title: t('shareTitle'), text, url }).catch(() => undefined);
              }}
            >
              {t('share')}
            </Button>
          ) : null}
          <Button icon={<MailOutlined aria-hidden="true" />} href={mail}>
            {t('shareMail')}
          </Button>
          <Button
            icon={<FacebookFilled aria-hidden="true" />}
            href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('shareFacebook')}
          </Button>
        </div>
        <Copyable label={t('code')} copyLabel={t('copyCode')} value={code} />
        {rules ? <Steps rules={rules} /> : null}
      </div>
      <div className={styles['qr']} ref={qr}>
        <div>
          <QRCode
            aria-label={t('qr')}
            value={url}
            size={QR_PIXELS}
            bordered={false}
            bgColor="#ffffff"
            color="#16211f"
          />
        </div>
        <Button size="small" icon={<DownloadOutlined aria-hidden="true" />} onClick={saveQr}>
          {t('qrSave')}
        </Button>
      </div>
    </div>
  );
}

function Steps({ rules }: { rules: Summary }) {
  const { t } = useTranslation('referral');
  const language = useLanguage();
  const mine = duration(rules.referrerSeconds, language);
  return (
    <section className={styles['steps']} aria-label={t('how')}>
      <h2>{t('how')}</h2>
      <ol>
        <li>{t('steps.invite')}</li>
        <li>{t('steps.start')}</li>
        <li>
          {rules.referredSeconds > 0
            ? t('steps.both', { mine, theirs: duration(rules.referredSeconds, language) })
            : t('steps.only', { mine })}
        </li>
      </ol>
    </section>
  );
}

interface CopyableProps {
  label: string;
  copyLabel: string;
  value: string;
  strong?: boolean;
}

function Copyable({ label, copyLabel, value, strong = false }: CopyableProps) {
  const { t } = useTranslation('referral');
  const { message } = App.useApp();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('copyFailed'));
    }
  };
  return (
    <div data-strong={strong}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['copy']}>
        <Input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <Button
          type={strong ? 'primary' : 'default'}
          icon={<CopyOutlined aria-hidden="true" />}
          onClick={() => void copy()}
          aria-label={copyLabel}
        >
          {t('actions.copy', { ns: 'common' })}
        </Button>
      </div>
    </div>
  );
}
