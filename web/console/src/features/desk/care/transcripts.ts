import type { Http } from '@dakenh/api-client';
import { nothing } from '@dakenh/api-client';

const of = (conversationId: string) => `/api/livetalk/v1/conversations/${conversationId}/transcript`;

/** What was said, as a page. */
export function downloadTranscript(http: Http, conversationId: string): Promise<Blob> {
  return http.download(of(conversationId), { query: { format: 'html' }, accept: 'text/html' });
}

export async function mailTranscript(http: Http, conversationId: string, email: string): Promise<void> {
  await http.post(`${of(conversationId)}/mails`, { email }, nothing);
}
