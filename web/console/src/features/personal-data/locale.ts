export const personalDataVi = {
  title: 'Dữ liệu cá nhân',
  description: 'Thời gian lưu hội thoại, và những yêu cầu xuất hoặc xóa dữ liệu của từng khách.',
  retention: 'Thời gian lưu',
  retentionHelp:
    'Hội thoại quá hạn được xóa hẳn cùng tin nhắn, tệp, ghi chú và thông tin khách. Báo cáo vẫn giữ số liệu, không còn tên ai.',
  limited: 'Tự xóa hội thoại cũ',
  days: 'Số ngày lưu sau khi đóng',
  daysUnit: 'ngày',
  keptForever: 'Hiện tại hội thoại được giữ cho đến khi bạn xóa.',
  requests: 'Yêu cầu về dữ liệu',
  requestsHelp:
    'Mở một cuộc trò chuyện trên bàn làm việc, trong Thông tin khách hàng chọn Xuất dữ liệu hoặc Xóa dữ liệu.',
  none: 'Chưa có yêu cầu nào',
  noneText: 'Khi khách muốn nhận bản sao hoặc muốn bị quên, yêu cầu và biên nhận sẽ nằm ở đây.',
  kinds: { export: 'Xuất dữ liệu', erase: 'Xóa dữ liệu' },
  states: { waiting: 'Đang làm', done: 'Xong', failed: 'Không thành công' },
  visitor: 'Khách {{id}}',
  by: '{{name}}, {{time}}',
  receipt:
    'Đã xóa {{conversations}} cuộc trò chuyện, {{messages}} tin nhắn, {{files}} tệp, {{notes}} ghi chú.',
  download: 'Tải tệp ZIP',
  until: 'Tải được đến {{time}}',
  expired: 'Tệp đã hết hạn',
  file: 'du-lieu-khach',
  more: 'Xem thêm',
} as const;

export const personalDataEn = {
  title: 'Personal data',
  description: 'How long conversations are kept, and requests to export or erase what is known of a visitor.',
  retention: 'How long it is kept',
  retentionHelp:
    'Older conversations are erased with their messages, files, notes and contacts. Reports keep their numbers, without any name.',
  limited: 'Erase old conversations by itself',
  days: 'Days kept after closing',
  daysUnit: 'days',
  keptForever: 'Conversations are kept until you erase them.',
  requests: 'Requests about data',
  requestsHelp:
    'Open a conversation at the desk and choose Export data or Erase data in the visitor’s details.',
  none: 'No requests yet',
  noneText: 'When visitors want a copy or want to be forgotten, requests and receipts are here.',
  kinds: { export: 'Export', erase: 'Erase' },
  states: { waiting: 'Working', done: 'Done', failed: 'Failed' },
  visitor: 'Visitor {{id}}',
  by: '{{name}}, {{time}}',
  receipt: 'Erased {{conversations}} conversations, {{messages}} messages, {{files}} files, {{notes}} notes.',
  download: 'Download ZIP',
  until: 'Can be fetched until {{time}}',
  expired: 'The file has ended',
  file: 'visitor-data',
  more: 'Show more',
} as const;
