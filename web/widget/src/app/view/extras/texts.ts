import type { Locale } from '../../../shared/locale.ts';
import { useLanguage } from '../../locale/language.ts';

const vi = {
  you: 'Bạn',
  deleted: 'Tin nhắn đã được xóa',
  edited: 'Đã sửa',
  answers: (name: string) => `Trả lời ${name}`,
  view: (name: string) => `Xem ảnh ${name}`,
  actions: 'Thao tác với tin nhắn',
  react: 'Bày tỏ cảm xúc',
  reply: 'Trả lời',
  edit: 'Sửa',
  delete: 'Xóa',
  editing: 'Đang sửa tin nhắn',
  cancel: 'Hủy',
  tooOld: 'Chỉ sửa hoặc xóa được tin trong 15 phút sau khi gửi.',
  notChanged: 'Chưa thay đổi được tin nhắn này.',
  closePicture: 'Đóng ảnh',
  save: 'Lưu về máy',
  reacted: (emoji: string, names: string) => `${emoji}: ${names}`,
  files: 'Tệp sẽ gửi',
  uploading: (name: string) => `Đang tải ${name} lên`,
  remove: (name: string) => `Bỏ ${name}`,
  again: 'Thử lại',
  faults: {
    'body-too-large': 'Tệp lớn hơn 20 MB.',
    'file-empty': 'Tệp rỗng.',
    'file-type-unsupported': 'Loại tệp này không gửi được.',
    'file-damaged': 'Tệp bị hỏng.',
    'image-too-many-pixels': 'Ảnh quá lớn.',
    'too-many-files': 'Mỗi tin gửi nhiều nhất 10 tệp.',
    'attachment-limit-reached': 'Hãy gửi các tệp đã chọn trước.',
    'conversation-closed': 'Cuộc trò chuyện đã kết thúc.',
    other: 'Chưa tải lên được.',
  },
};

const en: typeof vi = {
  you: 'You',
  deleted: 'This message was deleted',
  edited: 'Edited',
  answers: (name) => `In reply to ${name}`,
  view: (name) => `View picture ${name}`,
  actions: 'Message actions',
  react: 'React',
  reply: 'Reply',
  edit: 'Edit',
  delete: 'Delete',
  editing: 'Editing a message',
  cancel: 'Cancel',
  tooOld: 'A message can be edited or deleted for 15 minutes only.',
  notChanged: 'This message could not be changed.',
  closePicture: 'Close picture',
  save: 'Save',
  reacted: (emoji, names) => `${emoji}: ${names}`,
  files: 'Files to send',
  uploading: (name) => `Uploading ${name}`,
  remove: (name) => `Remove ${name}`,
  again: 'Try again',
  faults: {
    'body-too-large': 'The file is larger than 20 MB.',
    'file-empty': 'The file is empty.',
    'file-type-unsupported': 'Files of this kind cannot be sent.',
    'file-damaged': 'The file is damaged.',
    'image-too-many-pixels': 'The picture is too large.',
    'too-many-files': 'A message carries at most 10 files.',
    'attachment-limit-reached': 'Send the files you have chosen first.',
    'conversation-closed': 'The conversation has ended.',
    other: 'Could not be uploaded.',
  },
};

const TEXTS: Record<Locale, typeof vi> = { vi, en };

export function useTexts(): typeof vi {
  return TEXTS[useLanguage().locale];
}

/** As people read sizes. */
export function size(bytes: number, locale: Locale): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  const digits = unit === 'MB' ? 1 : 0;
  return `${value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits })} ${unit}`;
}
