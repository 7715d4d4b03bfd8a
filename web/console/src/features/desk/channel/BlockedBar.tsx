import { StopOutlined } from '@ant-design/icons';
import styles from './channel.module.css';
import { useReason } from './useReason.ts';

/** Stands where one would write, while the provider would refuse whatever is written. */
export function BlockedBar({ reason }: { reason: string }) {
  const text = useReason();
  return (
    <p className={styles['blocked']} role="status" data-testid="reply-blocked">
      <StopOutlined aria-hidden="true" />
      {text(reason)}
    </p>
  );
}
