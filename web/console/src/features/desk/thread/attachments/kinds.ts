import type { Attachment } from '@dakenh/socket';
import type { Language } from '../../../../shared/lib/time.ts';
import { number } from '../../../../shared/lib/time.ts';

export function isPicture(attachment: Attachment): boolean {
  return attachment.mediaType.startsWith('image/') && attachment.width !== undefined;
}

export function isSound(attachment: Attachment): boolean {
  return attachment.mediaType.startsWith('audio/');
}

export function isVideo(attachment: Attachment): boolean {
  return attachment.mediaType.startsWith('video/');
}

/** As people read sizes: 312 KB, 1,4 MB. */
export function sizeText(bytes: number, language: Language): string {
  if (bytes < 1024) return `${number(bytes, language)} B`;
  if (bytes < 1024 * 1024) return `${number(Math.round(bytes / 1024), language)} KB`;
  return `${number(Math.round((bytes / 1024 / 1024) * 10) / 10, language)} MB`;
}
