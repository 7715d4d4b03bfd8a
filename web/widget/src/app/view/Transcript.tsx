import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { useTalk } from './useTalk.ts';

const TEXTS = {
  vi: {
    keep: 'Lưu nội dung trò chuyện',
    download: 'Tải về máy',
    mail: 'Gửi qua email',
    address: 'Địa chỉ email',
    send: 'Gửi',
    sent: 'Nội dung sẽ được gửi trong giây lát.',
    failed: 'Chưa thực hiện được, mời bạn thử lại.',
    wrong: 'Địa chỉ email chưa đúng.',
    often: 'Bạn đã yêu cầu nhiều lần. Mời bạn thử lại sau.',
    none: 'Cửa hàng chưa gửi được email. Bạn có thể tải nội dung về máy.',
    file: 'hoi-thoai',
  },
  en: {
    keep: 'Keep this conversation',
    download: 'Download',
    mail: 'Send by email',
    address: 'Email address',
    send: 'Send',
    sent: 'It will be sent in a moment.',
    failed: 'That did not work, please try again.',
    wrong: 'This is no email address.',
    often: 'You asked for it several times. Please try again later.',
    none: 'This shop cannot send email. You can download the conversation.',
    file: 'conversation',
  },
};

const ROW = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 16px',
  alignItems: 'center',
  justifyContent: 'center',
};
const LINK = { minHeight: '44px', color: 'var(--accent)', fontWeight: 600 };
const FIELD = { flex: '1 1 160px', minWidth: 0 };

type Said = 'sent' | 'failed' | 'wrong' | 'often' | 'none';

/** What was said, to keep: as a file, or by e-mail. */
export default function Transcript({ conversationId }: { conversationId: string }): JSX.Element {
  const { locale } = useLanguage();
  const texts = TEXTS[locale];
  const talk = useTalk();
  const [asking, setAsking] = useState(false);
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const token = (await talk.token()) ?? '';
    return fetch(`/api/livetalk/v1/public/conversations/${conversationId}/transcript${path}`, {
      ...init,
      credentials: 'omit',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  }

  async function attempt(work: () => Promise<Said | null>): Promise<void> {
    setBusy(true);
    setSaid(await work().catch(() => 'failed' as const));
    setBusy(false);
  }

  const download = (): Promise<void> =>
    attempt(async () => {
      const response = await request('?format=html');
      if (!response.ok) return response.status === 429 ? 'often' : 'failed';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = `${texts.file}.html`;
      link.click();
      URL.revokeObjectURL(link.href);
      return null;
    });

  const send = (): Promise<void> =>
    attempt(async () => {
      const response = await request('/mails', {
        method: 'POST',
        body: JSON.stringify({ email: email.trim() }),
      });
      if (response.ok) {
        setAsking(false);
        return 'sent';
      }
      const known: Record<number, Said> = { 400: 'wrong', 422: 'none', 429: 'often' };
      return known[response.status] ?? 'failed';
    });

  return (
    <section aria-label={texts.keep}>
      <p class="muted">{texts.keep}</p>
      <div style={ROW}>
        <button type="button" style={LINK} disabled={busy} onClick={() => void download()}>
          {texts.download}
        </button>
        <button
          type="button"
          style={LINK}
          aria-expanded={asking}
          onClick={() => {
            setSaid(null);
            setAsking(!asking);
          }}
        >
          {texts.mail}
        </button>
      </div>
      {asking && (
        <form
          style={ROW}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <input
            style={FIELD}
            type="email"
            autocomplete="email"
            maxLength={254}
            aria-label={texts.address}
            placeholder={texts.address}
            value={email}
            onInput={(event) => {
              setEmail(event.currentTarget.value);
            }}
          />
          <button type="submit" class="primary" disabled={busy || email.trim() === ''}>
            {texts.send}
          </button>
        </form>
      )}
      <p role="status" class={said === null || said === 'sent' ? '' : 'fault'}>
        {said && texts[said]}
      </p>
    </section>
  );
}
