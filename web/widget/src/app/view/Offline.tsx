import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fields as read, list } from '../../shared/read.ts';
import type { Content } from '../content.ts';
import type { Fault, FormValues } from '../form.ts';
import { chosen } from '../form.ts';
import { useLanguage } from '../locale/language.ts';
import type { Away } from './away.ts';

const TEXTS = {
  vi: {
    email: 'Email để chúng tôi trả lời',
    message: 'Lời nhắn',
    reach: 'Vui lòng để lại email hoặc số điện thoại.',
    say: 'Vui lòng viết lời nhắn.',
    wrong: 'Địa chỉ email chưa đúng.',
  },
  en: {
    email: 'Your email, so that we can answer',
    message: 'Message',
    reach: 'Please leave an email address or a phone number.',
    say: 'Please write a message.',
    wrong: 'This is no email address.',
  },
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
const LOOK_AGAIN_MILLISECONDS = 30_000;

interface Department {
  id: string;
  standard: boolean;
  staffed: boolean;
}

async function load(): Promise<Department[]> {
  const key = new URLSearchParams(location.search).get('key') ?? '';
  const url = `/api/livetalk/v1/public/widgets/${encodeURIComponent(key)}/availability`;
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) return [];
  return list(read(await response.json())['items']).map((item) => ({
    id: String(item['departmentId']),
    standard: item['defaultDepartment'] === true,
    staffed: item['staffed'] === true,
  }));
}

/** Nobody of the department the visitor would get; where nothing is known, people are taken to be there. */
function nobody(departments: Department[], wanted: string | undefined): boolean {
  const mine = departments.find(({ id }) => id === wanted) ?? departments.find(({ standard }) => standard);
  return mine ? !mine.staffed : false;
}

function asked({ fields }: Content): { asksEmail: boolean; asksMessage: boolean } {
  const keys = fields.map(({ key }) => key);
  return {
    asksEmail: keys.includes('email'),
    asksMessage: keys.includes('content'),
  };
}

/** A message and a way back are needed, by the fields that are asked anyway or by those of this form. */
function awayOf(content: Content, values: FormValues, email: string, message: string): Away {
  const { asksEmail, asksMessage } = asked(content);
  const typed = (key: string): string => (values.fields[key] ?? '').trim();
  return {
    faults: () => {
      const found: Record<string, Fault> = {};
      if (asksMessage ? typed('content') === '' : message === '') {
        found[asksMessage ? 'content' : 'offline-message'] = 'required';
      }
      const address = asksEmail ? typed('email') : email;
      const key = asksEmail ? 'email' : 'offline-email';
      if (address === '' && typed('phone') === '') found[key] = 'required';
      else if (address !== '' && !EMAIL.test(address)) found[key] = 'email';
      return found;
    },
    complete: (fields) => ({
      ...fields,
      offline: true,
      text: fields.text || message,
      visitor: { ...fields.visitor, ...(email === '' ? {} : { email }) },
    }),
  };
}

interface OfflineProps {
  content: Content;
  values: FormValues;
  /** Faults that are on show, by key. */
  shown: Record<string, Fault>;
  onAway: (away: Away | null) => void;
}

/** What stands in the form while nobody is online: the owner's words, and what is needed to come back to the visitor. */
export default function Offline({ content, values, shown, onAway }: OfflineProps): JSX.Element | null {
  const { locale } = useLanguage();
  const texts = TEXTS[locale];
  const [departments, setDepartments] = useState<Department[]>([]);
  const [email, setEmail] = useState('');
  const [message, setMessage] = useState('');
  const { asksEmail, asksMessage } = asked(content);
  const choice = content.startMode === 'none' ? undefined : chosen(content, values);
  const wanted = content.startMode === 'agent' ? choice?.departmentId : choice?.id;
  const away = nobody(departments, wanted);

  useEffect(() => {
    const look = (): void => {
      // Without an answer the form stays what it is.
      load().then(setDepartments, () => undefined);
    };
    look();
    const timer = setInterval(look, LOOK_AGAIN_MILLISECONDS);
    return () => {
      clearInterval(timer);
    };
  }, []);

  useEffect(() => {
    onAway(away ? awayOf(content, values, email.trim(), message.trim()) : null);
  }, [away, email, message, values, content, onAway]);

  if (!away) return null;
  const fault = (key: string, words: string): JSX.Element | null =>
    shown[key] ? (
      <p class="fault" id={key}>
        {shown[key] === 'email' ? texts.wrong : words}
      </p>
    ) : null;
  return (
    <>
      <p class="no-calls" role="status" dir="auto" style={{ order: -1, whiteSpace: 'pre-line' }}>
        {content.offline}
      </p>
      {!asksEmail && (
        <div>
          <label>
            <span class="label">{texts.email}</span>
            <input
              type="email"
              autocomplete="email"
              maxLength={254}
              value={email}
              aria-invalid={!!shown['offline-email']}
              aria-describedby="offline-email"
              onInput={(event) => {
                setEmail(event.currentTarget.value);
              }}
            />
          </label>
          {fault('offline-email', texts.reach)}
        </div>
      )}
      {!asksMessage && (
        <div>
          <label>
            <span class="label">{texts.message}</span>
            <textarea
              rows={3}
              dir="auto"
              maxLength={5000}
              value={message}
              required
              aria-invalid={!!shown['offline-message']}
              aria-describedby="offline-message"
              onInput={(event) => {
                setMessage(event.currentTarget.value);
              }}
            />
          </label>
          {fault('offline-message', texts.say)}
        </div>
      )}
    </>
  );
}
