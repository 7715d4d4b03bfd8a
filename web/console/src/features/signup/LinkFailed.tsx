import { ProblemError } from '@dakenh/api-client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { PublicFrame } from './PublicFrame.tsx';

interface LinkFailedProps {
  error: unknown;
  /** What to do when the link itself is at fault. */
  ended: string;
  /** Another way on, below. */
  more?: ReactNode;
  onRetry: () => void;
}

/** A link that ended, or a server that is away: the ways out differ. */
export function LinkFailed({ error, ended, more, onRetry }: LinkFailedProps) {
  const { t } = useTranslation('signup');
  const errorText = useErrorText();
  const final = error instanceof ProblemError && [400, 404].includes(error.problem.status);
  return (
    <PublicFrame
      title={t(final ? 'link.endedTitle' : 'link.failedTitle')}
      text={final ? ended : errorText.of(error)}
    >
      {final ? (
        <Button block href="/">
          {t('signIn')}
        </Button>
      ) : (
        <Button type="primary" block onClick={onRetry}>
          {t('link.retry')}
        </Button>
      )}
      {final ? more : null}
    </PublicFrame>
  );
}
