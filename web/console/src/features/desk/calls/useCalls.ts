import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import type { PastCall } from './api.ts';
import { loadCalls } from './api.ts';

/**
 * The calls of a conversation by the client message id of the line that stands for each.
 *
 * @param lastLine sequence of the newest line of the business itself; without one there was no call
 */
export function useCalls(
  conversationId: string,
  lastLine: number | undefined,
): ReadonlyMap<string, PastCall> {
  const http = useHttp();
  const { data } = useQuery({
    queryKey: ['desk', 'calls', conversationId, lastLine],
    queryFn: ({ signal }) => loadCalls(http, conversationId, signal),
    enabled: lastLine !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => new Map((data ?? []).map((call) => [call.id, call])), [data]);
}
