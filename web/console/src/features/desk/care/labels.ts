import { useQuery } from '@tanstack/react-query';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadLabels } from './api.ts';

export const LABELS_KEY = ['labels'] as const;

/** The labels of the business; loaded again when the owner changes one. */
export function useLabels() {
  const http = useHttp();
  return useQuery({
    queryKey: LABELS_KEY,
    queryFn: ({ signal }) => loadLabels(http, signal),
    staleTime: 60_000,
  });
}
