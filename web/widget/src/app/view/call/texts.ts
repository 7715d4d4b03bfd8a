import type { Locale } from '../../../shared/locale.ts';
import { useLanguage } from '../../locale/language.ts';

const vi = {
  call: { audio: 'Gọi thoại', video: 'Gọi video' },
  title: { audio: 'Cuộc gọi thoại', video: 'Cuộc gọi video' },
  asking: 'Hãy cho phép trình duyệt dùng micro để bắt đầu gọi.',
  askingVideo: 'Hãy cho phép trình duyệt dùng micro và camera để bắt đầu gọi.',
  ringing: 'Đang gọi, bạn chờ chút nhé…',
  claimed: 'Đang kết nối…',
  interrupted: 'Mạng chập chờn, đang nối lại…',
  incoming: (name: string) => `${name} đang gọi cho bạn`,
  elsewhere: 'Bạn đang có cuộc gọi dở dang.',
  goOn: 'Tiếp tục cuộc gọi',
  answer: 'Nghe máy',
  decline: 'Từ chối',
  hangUp: 'Kết thúc cuộc gọi',
  mute: 'Tắt tiếng micro',
  unmute: 'Bật tiếng micro',
  cameraOff: 'Tắt camera',
  cameraOn: 'Bật camera',
  devices: 'Chọn thiết bị',
  microphone: 'Micro',
  camera: 'Camera',
  speaker: 'Loa',
  device: (index: number) => `Thiết bị ${String(index)}`,
  minimise: 'Thu nhỏ để nhắn tin',
  restore: 'Mở lại cuộc gọi',
  self: 'Hình của bạn',
  muted: 'đã tắt tiếng',
  joined: (name: string) => `${name} đã tham gia cuộc gọi`,
  cutSoon: (seconds: number) => `Cuộc gọi sẽ kết thúc sau ${String(seconds)} giây.`,
  hear: 'Chạm để nghe âm thanh',
  again: 'Gọi lại',
  retry: 'Thử lại',
  write: 'Nhắn tin thay thế',
  close: 'Đóng',
  troubles: {
    denied:
      'Trình duyệt chưa cho phép dùng micro. Hãy bấm biểu tượng ổ khóa cạnh địa chỉ trang, cho phép Micro rồi thử lại.',
    missing: 'Không tìm thấy micro trên thiết bị này. Hãy cắm micro hoặc tai nghe rồi thử lại.',
    busy: 'Micro đang được ứng dụng khác sử dụng. Hãy đóng ứng dụng đó rồi thử lại.',
    insecure: 'Trang này chưa dùng kết nối an toàn (https) nên không gọi được.',
  },
  cameraTroubles: {
    denied: 'Camera chưa được cho phép, bạn vẫn nói chuyện được bằng âm thanh.',
    missing: 'Không tìm thấy camera, bạn vẫn nói chuyện được bằng âm thanh.',
    busy: 'Camera đang bận, bạn vẫn nói chuyện được bằng âm thanh.',
    insecure: 'Camera không dùng được trên trang này.',
  },
  refused: {
    'minutes-exhausted': 'Hiện chưa thể gọi: doanh nghiệp đã dùng hết phút gọi của tháng này.',
    'call-running': 'Bạn đang có một cuộc gọi khác.',
    'call-not-offered': 'Cách gọi này đang tạm tắt.',
    'rate-limited': 'Bạn vừa gọi nhiều lần. Hãy đợi một phút rồi gọi lại.',
    'visitor-blocked': 'Hiện bạn không thể gọi ở đây.',
    other: 'Chưa gọi được. Bạn thử lại nhé.',
  },
  over: {
    completed: 'Cuộc gọi đã kết thúc',
    cut: 'Cuộc gọi kết thúc vì doanh nghiệp hết phút gọi',
    cancelled: 'Đã hủy cuộc gọi',
    failed: 'Không kết nối được cuộc gọi',
    missed: 'Chưa có ai nghe máy',
  },
  reasons: {
    'nobody-online': 'Hiện không có nhân viên trực tuyến. Bạn để lại tin nhắn, chúng tôi sẽ gọi lại.',
    'everyone-busy': 'Tất cả nhân viên đang bận. Bạn gọi lại sau ít phút hoặc để lại tin nhắn nhé.',
    'outside-hours': 'Đang ngoài giờ làm việc. Bạn để lại tin nhắn nhé.',
    'total-time-over': 'Bạn để lại tin nhắn, chúng tôi sẽ gọi lại.',
    'minutes-exhausted': 'Doanh nghiệp đã dùng hết phút gọi của tháng này.',
  },
};

export type CallTexts = typeof vi;

const en: CallTexts = {
  call: { audio: 'Audio call', video: 'Video call' },
  title: { audio: 'Audio call', video: 'Video call' },
  asking: 'Please allow your browser to use the microphone to start the call.',
  askingVideo: 'Please allow your browser to use microphone and camera to start the call.',
  ringing: 'Calling, one moment please…',
  claimed: 'Connecting…',
  interrupted: 'The network is unstable, reconnecting…',
  incoming: (name) => `${name} is calling you`,
  elsewhere: 'You have a call in progress.',
  goOn: 'Continue the call',
  answer: 'Answer',
  decline: 'Decline',
  hangUp: 'Hang up',
  mute: 'Mute microphone',
  unmute: 'Unmute microphone',
  cameraOff: 'Turn camera off',
  cameraOn: 'Turn camera on',
  devices: 'Choose devices',
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  device: (index) => `Device ${String(index)}`,
  minimise: 'Minimise to chat',
  restore: 'Back to the call',
  self: 'Your picture',
  muted: 'muted',
  joined: (name) => `${name} joined the call`,
  cutSoon: (seconds) => `The call ends in ${String(seconds)} seconds.`,
  hear: 'Tap to hear',
  again: 'Call again',
  retry: 'Try again',
  write: 'Write instead',
  close: 'Close',
  troubles: {
    denied:
      'Your browser does not allow the microphone. Press the lock beside the page address, allow the microphone and try again.',
    missing: 'No microphone was found on this device. Plug one in and try again.',
    busy: 'Another program is using the microphone. Close it and try again.',
    insecure: 'This page has no secure connection (https), so calls are not possible.',
  },
  cameraTroubles: {
    denied: 'The camera is not allowed; you can still talk.',
    missing: 'No camera was found; you can still talk.',
    busy: 'The camera is in use; you can still talk.',
    insecure: 'The camera cannot be used on this page.',
  },
  refused: {
    'minutes-exhausted': 'Calls are not possible right now: this month’s call minutes are used up.',
    'call-running': 'You are in another call.',
    'call-not-offered': 'This kind of call is switched off at the moment.',
    'rate-limited': 'You have called several times. Please wait a minute.',
    'visitor-blocked': 'You cannot call here at the moment.',
    other: 'The call could not be made. Please try again.',
  },
  over: {
    completed: 'The call has ended',
    cut: 'The call ended because the call minutes are used up',
    cancelled: 'The call was cancelled',
    failed: 'The call could not be connected',
    missed: 'Nobody answered',
  },
  reasons: {
    'nobody-online': 'Nobody is online right now. Leave a message and we will call you back.',
    'everyone-busy': 'Everybody is busy. Please call again in a few minutes or leave a message.',
    'outside-hours': 'We are out of office. Please leave a message.',
    'total-time-over': 'Leave a message and we will call you back.',
    'minutes-exhausted': 'This month’s call minutes are used up.',
  },
};

const TEXTS: Record<Locale, CallTexts> = { vi, en };

export function useCallTexts(): CallTexts {
  return TEXTS[useLanguage().locale];
}

/** The words for a code, or others when there are none for it. */
export function wordFor(words: Record<string, string>, code: string | undefined): string {
  return words[code ?? ''] ?? words['other'] ?? '';
}
