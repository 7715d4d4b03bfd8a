import type { JSX } from 'preact';
import { useLanguage } from '../locale/language.ts';
import { Icon } from './icons.tsx';

const TEXTS = {
  vi: {
    title: 'Tạm thời không nhắn được',
    text: 'Hiện tại bạn chưa thể gửi tin ở đây. Vui lòng liên hệ qua kênh khác của cửa hàng.',
  },
  en: {
    title: 'No messages for now',
    text: 'You cannot write here at the moment. Please use another way to reach us.',
  },
};

interface BlockedProps {
  onClose: (() => void) | null;
}

/** Quiet, and without reasons. */
export default function Blocked({ onClose }: BlockedProps): JSX.Element {
  const { locale, texts: common } = useLanguage();
  const texts = TEXTS[locale];
  return (
    <main class="thread" aria-label={texts.title}>
      <header class="head">
        <div class="who">
          <h1 class="clip">{texts.title}</h1>
        </div>
        {onClose && (
          <button type="button" class="round" aria-label={common.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <p style={{ padding: '24px', textAlign: 'center' }}>{texts.text}</p>
    </main>
  );
}
