import type { Http } from '@dakenh/api-client';

export type CommentAction = 'hide' | 'show' | 'like' | 'unlike' | 'delete';

const nothing = () => undefined;

function messagePath(conversationId: string, sequence: number): string {
  return `/api/livetalk/v1/conversations/${conversationId}/messages/${String(sequence)}`;
}

export async function retryMessage(
  http: Http,
  conversationId: string,
  sequence: number,
  charged: boolean,
): Promise<void> {
  await http.post(`${messagePath(conversationId, sequence)}/retry`, { charged }, nothing);
}

export async function actOnComment(
  http: Http,
  conversationId: string,
  sequence: number,
  action: CommentAction,
): Promise<void> {
  await http.post(`${messagePath(conversationId, sequence)}/comment-action`, { action }, nothing);
}
