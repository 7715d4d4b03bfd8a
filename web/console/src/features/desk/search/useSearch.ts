import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { search } from '../api/search.ts';

const SHORTEST = 2;
const PAUSE_MILLISECONDS = 250;

/** What is looked for once typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setPaused(text);
    }, PAUSE_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  return paused;
}

/** Results for what is typed; those before stay until the next are there. */
export function useSearch(typed: string) {
  const http = useHttp();
  const text = useDeferredValue(usePaused(typed.trim()));
  const enabled = text.length >= SHORTEST;
  const query = useInfiniteQuery({
    queryKey: ['desk', 'search', text],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => search(http, text, pageParam, signal),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  });
  return { query, text, enabled, hits: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
