import { codeOf } from '@dakenh/api-client';
import { isChannelReason, useReason } from './useReason.ts';

/** A refusal by a provider's rule in plain words; undefined for other failures. */
export function useChannelError(): (error: unknown) => string | undefined {
  const reason = useReason();
  return (error) => {
    const code = codeOf(error);
    return isChannelReason(code) ? reason(code) : undefined;
  };
}
