export const checklistVi = {
  title: 'Bắt đầu',
  progress: '{{done}}/{{all}} việc đã xong',
  website: 'Gắn khung chat vào website',
  colleagues: 'Mời nhân viên',
  page: 'Liên kết Facebook hoặc Zalo',
  done: 'đã xong',
  dismiss: 'Cất danh sách',
} as const;

export const checklistEn = {
  title: 'First steps',
  progress: '{{done}} of {{all}} done',
  website: 'Put the chat on your website',
  colleagues: 'Invite colleagues',
  page: 'Link Facebook or Zalo',
  done: 'done',
  dismiss: 'Put the list away',
} as const;
