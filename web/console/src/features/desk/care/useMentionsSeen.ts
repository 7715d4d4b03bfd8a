import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useDesk } from '../model/DeskContext.ts';
import { mentionsSeen } from './api.ts';

/** Whoever opens a conversation has seen where they are mentioned in it. */
export function useMentionsSeen(conversationId: string): void {
  const http = useHttp();
  const desk = useDesk();
  const client = useQueryClient();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      mentionsSeen(http, conversationId).then(
        () => client.invalidateQueries({ queryKey: ['desk', 'counts'] }),
        // The next look says it again.
        () => undefined,
      );
    };
    look();
    return desk.onMention((mention) => {
      if (mention.conversationId === conversationId) look();
    });
  }, [http, desk, client, conversationId]);
}
