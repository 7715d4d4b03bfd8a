import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useDesk } from '../model/DeskContext.ts';
import type { ListFilter } from '../model/state.ts';
import { loadCounts } from './api.ts';

const REFRESH_MILLISECONDS = 20_000;
/** Many conversations change at once; they are counted once. */
const GATHER_MILLISECONDS = 400;

/** How many conversations each list has: counted again when one changes, someone is mentioned, or after a pause. */
export function useCounts(filter: ListFilter): Partial<Record<string, number>> {
  const http = useHttp();
  const desk = useDesk();
  const client = useQueryClient();
  const counts = useQuery({
    queryKey: ['desk', 'counts', filter],
    queryFn: ({ signal }) => loadCounts(http, filter, signal),
    refetchInterval: REFRESH_MILLISECONDS,
    placeholderData: (previous) => previous,
  });
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let held = desk.getState().conversations;
    const count = () => {
      clearTimeout(gathering);
      gathering = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ['desk', 'counts'] });
      }, GATHER_MILLISECONDS);
    };
    const stops = [
      desk.subscribe(() => {
        const { conversations } = desk.getState();
        if (conversations === held) return;
        // Messages change conversations, too; only what lists are made of is worth a count.
        const moved =
          conversations.size !== held.size ||
          [...conversations].some(([id, one]) => {
            const before = held.get(id);
            return (
              before?.state !== one.state ||
              before.waiting !== one.waiting ||
              before.snoozedUntil !== one.snoozedUntil ||
              before.departmentId !== one.departmentId ||
              before.labels?.length !== one.labels?.length ||
              before.agents.length !== one.agents.length
            );
          });
        held = conversations;
        if (moved) count();
      }),
      desk.onReady(count),
      desk.onMention(count),
    ];
    return () => {
      clearTimeout(gathering);
      for (const stop of stops) stop();
    };
  }, [desk, client]);
  return counts.data ?? {};
}
