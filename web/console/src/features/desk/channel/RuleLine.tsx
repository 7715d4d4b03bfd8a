import {
  ClockCircleOutlined,
  DollarOutlined,
  GlobalOutlined,
  LockOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { number } from '../../../shared/lib/time.ts';
import styles from './channel.module.css';
import type { ReplyRule } from './rule.ts';
import { useTimeLeft } from './useTimeLeft.ts';

interface RuleLineProps {
  rule: ReplyRule;
  /** A comment is answered to its author alone. */
  alone: boolean;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}

/** The provider's rule for what is being written, before it is sent. */
export function RuleLine({ rule, alone, agreed, onAgree }: RuleLineProps) {
  const { t } = useTranslation('channelDesk');
  const language = useLanguage();
  const timeLeft = useTimeLeft();
  if (rule.kind === 'none' || rule.kind === 'blocked') return null;
  if (rule.kind === 'comment') {
    return (
      <p className={styles['rule']} data-kind={alone ? 'free' : 'comment'} data-testid="reply-rule">
        {alone ? <LockOutlined aria-hidden="true" /> : <GlobalOutlined aria-hidden="true" />}
        {t(alone ? 'rule.commentAlone' : 'rule.comment')}
      </p>
    );
  }
  const time = timeLeft(rule.left);
  const left = number(rule.replies ?? 0, language);
  if (rule.kind === 'charged') {
    return (
      <p className={styles['rule']} data-kind="charged" data-testid="reply-rule">
        <DollarOutlined aria-hidden="true" />
        <span className={styles['ruleText']}>
          {t(rule.replies === undefined ? 'rule.charged' : 'rule.chargedLeft', { time, left })}
        </span>
        <Checkbox
          checked={agreed}
          onChange={(event) => {
            onAgree(event.target.checked);
          }}
          data-testid="charged-consent"
        >
          {t('rule.agree')}
        </Checkbox>
      </p>
    );
  }
  if (rule.kind === 'human-agent') {
    return (
      <p className={styles['rule']} data-kind="limited" data-testid="reply-rule">
        <UserOutlined aria-hidden="true" />
        {t('rule.humanAgent', { time })}
      </p>
    );
  }
  return (
    <p className={styles['rule']} data-kind="free" data-testid="reply-rule">
      <ClockCircleOutlined aria-hidden="true" />
      {t(rule.replies === undefined ? 'rule.free' : 'rule.freeLeft', { time, left })}
    </p>
  );
}
