import type { Http, UploadOptions } from '@dakenh/api-client';
import type { Attachment } from '@dakenh/socket';
import * as v from 'valibot';
import { decoder } from '../../../shared/api/decode.ts';
import { attachmentSchema } from './schemas.ts';

/** The server's own bound. */
export const LARGEST_FILE = 20 * 1024 * 1024;

const one = decoder(attachmentSchema);

/** Before the message that carries it is sent. */
export function uploadAttachment(
  http: Http,
  conversationId: string,
  file: File,
  options: UploadOptions,
): Promise<Attachment> {
  return http.upload('/api/livetalk/v1/attachments', file, one, {
    ...options,
    query: { conversationId, name: file.name },
  });
}

const media = decoder(v.object({ url: v.string(), contentType: v.string(), fileName: v.string() }));

/** A picture the owner put on a canned message, as a file. */
export async function loadMedia(http: Http, id: string): Promise<File> {
  const { url, contentType, fileName } = (await http.get(`/api/config/v1/media/${id}`, media)).value;
  return new File([await http.download(url, { accept: contentType })], fileName, { type: contentType });
}
