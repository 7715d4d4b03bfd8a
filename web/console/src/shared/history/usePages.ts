import type { Decode } from '@dakenh/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useHttp } from '../api/HttpContext.ts';

/** A page of a list, and where the next one begins. */
export interface Paged<T> {
  items: T[];
  nextCursor?: string | undefined;
}

interface PagesOptions<T, F> {
  /** Name of the list in the cache. */
  key: string;
  path: string;
  decode: Decode<Paged<T>>;
  /** What the list is narrowed down to; each filter has pages of its own. */
  filter?: F;
  limit: number;
}

/** A list that is loaded page by page, along its cursors. */
export function usePages<T, F extends Partial<Record<keyof F, string | undefined>>>({
  key,
  path,
  decode,
  filter,
  limit,
}: PagesOptions<T, F>) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: [key, filter ?? {}],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit, cursor: pageParam };
      return (await http.get(path, decode, { query, signal })).value;
    },
    getNextPageParam: (last) => last.nextCursor,
  });
}

export type Pages<T> = ReturnType<typeof usePages<T, Record<string, string>>>;
