import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk, useDeskState } from '../model/DeskContext.ts';
import { isMine } from '../model/select.ts';

/** Nobody pushes a conversation one only watches; it is looked up instead. */
const WATCH_MILLISECONDS = 4000;

/** Loads a conversation and keeps it current while it is open on screen. */
export function useThread(conversationId: string) {
  const desk = useDesk();
  const conversation = useDeskState((state) => state.conversations.get(conversationId));
  const thread = useDeskState((state) => state.threads.get(conversationId));
  const meId = useDeskState((state) => state.meId);
  const online = useDeskState((state) => state.connection.state.kind === 'online');
  const mine = conversation !== undefined && isMine(conversation, meId);
  const followed = mine && conversation.state === 'open';

  const query = useQuery({
    // Joining or closing changes how the conversation is followed, so it is opened anew then.
    queryKey: ['desk', 'thread', conversationId, followed],
    queryFn: async ({ signal }) => {
      await desk.openThread(conversationId, signal);
      return true;
    },
    refetchInterval: followed || conversation?.state === 'closed' ? false : WATCH_MILLISECONDS,
    gcTime: 0,
  });

  const { refetch, isSuccess } = query;
  const forgotten = thread === undefined && isSuccess && !query.isFetching;
  useEffect(() => {
    if (forgotten) void refetch();
  }, [forgotten, refetch]);

  return { query, conversation, thread, mine, online };
}
