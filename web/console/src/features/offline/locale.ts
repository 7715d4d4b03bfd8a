export const offlineVi = {
  title: 'Lời nhắn ngoài giờ',
  description: 'Khi không có ai của bộ phận trực tuyến, khách để lại lời nhắn và cách liên hệ thay vì chờ.',
  form: 'Biểu mẫu',
  enabled: 'Hiện biểu mẫu khi không có ai trực tuyến',
  enabledHelp:
    'Khách được hỏi những mục của Giao diện trò chuyện; lời nhắn và một cách liên hệ (email hoặc điện thoại) là bắt buộc.',
  text: 'Lời dẫn phía trên biểu mẫu',
  confirmation: 'Lời cảm ơn sau khi gửi',
  confirmationHelp: 'Hiện trong cuộc trò chuyện, và gửi đến email của khách nếu khách có để lại.',
  recipients: 'Email nhận lời nhắn',
  recipientsHelp:
    'Mỗi lời nhắn luôn nằm trong hàng chờ của bộ phận. Các địa chỉ ở đây được báo thêm qua email.',
  recipient: 'Địa chỉ {{position}}',
  recipientLabel: 'Địa chỉ email',
  add: 'Thêm địa chỉ',
  remove: 'Xóa {{name}}',
  placeholder: 'chamsoc@example.vn',
} as const;

export const offlineEn = {
  title: 'Messages while away',
  description: 'While nobody of a department is online, visitors leave a message and how to reach them.',
  form: 'Form',
  enabled: 'Show the form while nobody is online',
  enabledHelp:
    'Visitors are asked what the chat window asks; the message and one way to reach them (email or phone) are required.',
  text: 'Words above the form',
  confirmation: 'Thanks after sending',
  confirmationHelp: 'Shown in the conversation, and sent to the visitor’s email if they left one.',
  recipients: 'Mailboxes that hear of it',
  recipientsHelp: 'Every message waits in the queue of its department. These addresses get an email besides.',
  recipient: 'Address {{position}}',
  recipientLabel: 'Email address',
  add: 'Add address',
  remove: 'Remove {{name}}',
  placeholder: 'care@example.com',
} as const;
