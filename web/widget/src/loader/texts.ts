export const TEXTS = {
  vi: {
    open: 'Mở cửa sổ trò chuyện',
    close: 'Đóng cửa sổ trò chuyện',
    window: 'Cửa sổ trò chuyện',
    popup: 'Thông điệp',
    closePopup: 'Đóng thông điệp',
    links: 'Liên kết khác',
    unread: (count: number) => `${count} tin nhắn chưa đọc`,
  },
  en: {
    open: 'Open the chat window',
    close: 'Close the chat window',
    window: 'Chat window',
    popup: 'Message',
    closePopup: 'Close the message',
    links: 'Other links',
    unread: (count: number) => `${count} unread message${count === 1 ? '' : 's'}`,
  },
};

export type Texts = (typeof TEXTS)['vi'];
