import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import type { Http } from '@dakenh/api-client';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';

/** Does something to a conversation; says what failed, and lets lists and counts look again. */
export function useCare() {
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: (action: (http: Http) => Promise<unknown>) => action(http),
    onError: (error) => {
      void message.error(errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  });
  return {
    busy: mutation.isPending,
    /** True when it was done. */
    run: async (action: (http: Http) => Promise<unknown>): Promise<boolean> => {
      try {
        await mutation.mutateAsync(action);
        return true;
      } catch {
        // Told by onError.
        return false;
      }
    },
  };
}
