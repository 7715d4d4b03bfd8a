import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { loadConversations } from '../api/calls.ts';
import { useDesk } from '../model/DeskContext.ts';
import { inView } from '../model/select.ts';
import type { ListFilter, View } from '../model/state.ts';

/** The socket tells about conversations one takes part in; the rest of these lists is looked up now and then. */
const REFRESH_MILLISECONDS: Record<View, number | false> = {
  mine: 60_000,
  waiting: 8_000,
  all: 20_000,
  closed: false,
  snoozed: 60_000,
  mentions: 60_000,
};

/** One list of the desk: pages over HTTP, kept current by the socket. */
export function useConversations(view: View, filter: ListFilter) {
  const http = useHttp();
  const desk = useDesk();
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['desk', 'conversations', view, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = await loadConversations(http, view, filter, pageParam, signal);
      desk.dispatch({ type: 'conversations', conversations: page.items, live: false });
      return { ids: page.items.map((one) => one.id), nextCursor: page.nextCursor };
    },
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: REFRESH_MILLISECONDS[view],
  });

  useEffect(
    () => desk.onReady(() => void client.invalidateQueries({ queryKey: ['desk', 'conversations'] })),
    [desk, client],
  );

  const state = useSyncExternalStore(desk.subscribe, desk.getState);
  const { conversations, live, meId } = state;
  const pages = query.data?.pages;
  const shown = useMemo(() => {
    const ids = pages?.flatMap((page) => page.ids) ?? [];
    return inView({ conversations, live, meId }, view, ids, filter);
  }, [pages, conversations, live, meId, view, filter]);
  return { query, shown };
}
