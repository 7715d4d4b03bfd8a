import type { Conversation } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import Transcript from './Transcript.tsx';
import { useTalk } from './useTalk.ts';

const TEXTS = {
  vi: {
    question: 'Bạn hài lòng với cuộc trò chuyện này chứ?',
    stars: (score: number) => `${score} trên 5 sao`,
    comment: 'Góp ý thêm (không bắt buộc)',
    send: 'Gửi đánh giá',
    thanks: 'Cảm ơn bạn đã đánh giá.',
    failed: 'Chưa gửi được, mời bạn thử lại.',
    goOn: 'Viết tiếp',
  },
  en: {
    question: 'How was this conversation?',
    stars: (score: number) => `${score} of 5 stars`,
    comment: 'Anything to add? (optional)',
    send: 'Send rating',
    thanks: 'Thank you for your rating.',
    failed: 'Not sent, please try again.',
    goOn: 'Write again',
  },
};

const SCORES = [1, 2, 3, 4, 5];
const LONGEST = 1000;
const STAR = {
  font: 'inherit',
  fontSize: '26px',
  lineHeight: '44px',
  minWidth: '44px',
  border: 0,
  background: 'none',
};
const FIELD = { width: '100%', minHeight: '60px', font: 'inherit', boxSizing: 'border-box' };

interface AfterProps {
  summary: Conversation | undefined;
  onGoOn: () => void;
}

/** What stands below a conversation that is over: the rating, and the way to go on. */
export default function After({ summary, onGoOn }: AfterProps): JSX.Element {
  const { locale } = useLanguage();
  const texts = TEXTS[locale];
  const talk = useTalk();
  const [score, setScore] = useState(summary?.rating?.score ?? 0);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<'asking' | 'sending' | 'failed' | 'done'>(
    summary?.rating ? 'done' : 'asking',
  );
  const served = (summary?.agents.length ?? 0) > 0;

  function send(): void {
    if (!summary || score === 0) return;
    setState('sending');
    talk.rate(summary.id, score, comment.trim()).then(
      () => {
        setState('done');
      },
      () => {
        setState('failed');
      },
    );
  }

  return (
    <>
      {served && state === 'done' && <p role="status">{texts.thanks}</p>}
      {served && state !== 'done' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <p id="rating">{texts.question}</p>
          <div role="radiogroup" aria-labelledby="rating">
            {SCORES.map((value) => (
              <button
                key={value}
                type="button"
                role="radio"
                aria-checked={score === value}
                aria-label={texts.stars(value)}
                style={STAR}
                onClick={() => {
                  setScore(value);
                }}
              >
                {value <= score ? '★' : '☆'}
              </button>
            ))}
          </div>
          {score > 0 && (
            <>
              <textarea
                style={FIELD}
                maxLength={LONGEST}
                aria-label={texts.comment}
                placeholder={texts.comment}
                value={comment}
                onInput={(event) => {
                  setComment(event.currentTarget.value);
                }}
              />
              {state === 'failed' && <p role="alert">{texts.failed}</p>}
              <button type="submit" class="primary" disabled={state === 'sending'}>
                {texts.send}
              </button>
            </>
          )}
        </form>
      )}
      <p>
        <button type="button" onClick={onGoOn}>
          {texts.goOn}
        </button>
      </p>
      {summary && <Transcript conversationId={summary.id} />}
    </>
  );
}
