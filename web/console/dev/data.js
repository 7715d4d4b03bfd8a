// A small business for looking at the console without the suite. Never part of the build.

const OWNER = '01920000-0000-7000-8000-000000000001';
const LAN = '01920000-0000-7000-8000-000000000002';
const MINH = '01920000-0000-7000-8000-000000000003';
const SALES = '01920000-0000-7000-8000-00000000000a';
const CARE = '01920000-0000-7000-8000-00000000000b';

const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

export const people = [
  [OWNER, 'Trần Quốc Bảo', 'bao@hoasen.vn', 'owner', true],
  [LAN, 'Nguyễn Thị Ngọc Lan', 'lan@hoasen.vn', 'agent', true],
  [MINH, 'Phạm Đức Minh', 'minh@hoasen.vn', 'agent', true],
  ['01920000-0000-7000-8000-000000000004', 'Lê Hoàng Yến', 'yen@hoasen.vn', 'agent', true],
  [
    '01920000-0000-7000-8000-000000000005',
    'Nguyễn Phước Tôn Nữ Hoàng Thiên Kim Bảo Ngọc',
    'ton.nu.hoang.thien.kim.bao.ngoc@cong-ty-trach-nhiem-huu-han-hoa-sen.vn',
    'agent',
    true,
  ],
  ['01920000-0000-7000-8000-000000000006', 'Võ Anh Tuấn', 'tuan@hoasen.vn', 'agent', false],
].map(([id, name, email, role, active]) => ({ id, name, email, role, active, version: 1 }));

export const departments = [
  {
    id: SALES,
    name: 'Tư vấn bán hàng',
    allocationMode: 'all',
    passOnSeconds: 20,
    totalSeconds: 300,
    agentIds: [LAN, MINH, people[3].id, people[4].id],
    default: true,
    version: 3,
  },
  {
    id: CARE,
    name: 'Chăm sóc sau bán hàng và bảo hành toàn quốc',
    allocationMode: 'sequential',
    passOnSeconds: 30,
    totalSeconds: 600,
    agentIds: [LAN, people[3].id],
    default: false,
    version: 1,
  },
];

export function meOf(person) {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    roles: person.role === 'owner' ? ['owner', 'agent'] : ['agent'],
    tenant: {
      id: 'tenant-1',
      name: 'Hoa Sen',
      widgetKey: 'wk_demo',
      locale: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
    },
    departments: departments.map(({ id, name }) => ({ id, name })),
  };
}

const VISITORS = [
  'Đỗ Thu Hà',
  'Khách 4821',
  'Bùi Văn Nam',
  'Hoàng Anh',
  'Nguyễn Công Trứ Đại Phúc Khang An',
  'Mai Phương',
];
const LINES = [
  'Shop ơi, bó hoa hồng trắng 20 bông giá bao nhiêu vậy ạ?',
  'Dạ 450.000đ ạ, bên em miễn phí giao trong nội thành 🌹',
  'Em giao trước 5 giờ chiều nay được không?',
  'Dạ được ạ. Anh/chị cho em xin địa chỉ và số điện thoại người nhận nhé.',
  'Địa chỉ là 123 Nguyễn Thị Minh Khai, phường Bến Thành, Quận 1.\nNgười nhận: chị Thảo, 0903 123 456.',
  'Dạ em đã ghi nhận. Anh/chị muốn ghi lời chúc gì lên thiệp không ạ?',
  'Chúc mừng sinh nhật mẹ yêu ❤️',
  'Dạ vâng ạ 👍',
];

function message(conversation, sequence, text, own, at) {
  const agent = people[1];
  return {
    id: `${conversation}-${String(sequence)}`,
    sequence,
    author: own
      ? { kind: 'agent', id: agent.id, name: agent.name }
      : { kind: 'visitor', id: `v-${conversation}`, name: VISITORS[Number(conversation) % VISITORS.length] },
    kind: 'text',
    text,
    sentAt: at,
  };
}

export const messages = new Map();
export const conversations = new Map();

function addConversation(number, { length, agents, state = 'open', age, kind = 'livetalk', unread = 0 }) {
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const list = Array.from({ length }, (_, index) =>
    message(
      String(number),
      index + 1,
      LINES[index % LINES.length],
      index % 2 === 1,
      minutesAgo(age + (length - index - 1) * 1.5),
    ),
  );
  messages.set(id, list);
  conversations.set(id, {
    id,
    version: 1,
    epoch: 1,
    state,
    channelKind: kind,
    visitor: { id: `v-${String(number)}`, name: number === 3 ? '' : VISITORS[number % VISITORS.length] },
    departmentId: number % 2 === 0 ? SALES : CARE,
    agents: agents.map((agentId) => {
      const { id: personId, name } = people.find((person) => person.id === agentId);
      return { id: personId, name };
    }),
    lastSequence: length,
    readSequence: length - unread,
    otherReadSequence: Math.max(0, length - 1),
    lastMessage: list.at(-1),
    openedAt: minutesAgo(age + length * 1.5),
    closedAt: state === 'closed' ? minutesAgo(age) : undefined,
    page: { url: 'https://hoasen.vn/hoa-hong-trang', title: 'Hoa hồng trắng – Hoa Sen' },
  });
}

addConversation(6, { length: 241, agents: [LAN], age: 1 });
addConversation(1, { length: 7, agents: [LAN, MINH], age: 4, unread: 2 });
addConversation(2, { length: 5, agents: [LAN], age: 25, kind: 'facebook', unread: 1 });
addConversation(4, { length: 8, agents: [LAN], age: 190, kind: 'zalo' });
addConversation(3, { length: 1, agents: [], age: 3 });
addConversation(5, { length: 3, agents: [], age: 9 });
addConversation(7, { length: 6, agents: [MINH], age: 12 });
addConversation(8, { length: 2, agents: [LAN], age: 6, kind: 'facebook' });
addConversation(9, { length: 2, agents: [LAN], age: 60 * 24 * 9, kind: 'facebook' });
addConversation(10, { length: 2, agents: [LAN], age: 60 * 52, kind: 'zalo' });

const hours = (count) => new Date(Date.now() + count * 3_600_000).toISOString();

/** What only conversations of Pages and OAs have. */
function byChannel(number, channel, reply, parts) {
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const conversation = conversations.get(id);
  Object.assign(conversation, {
    channel: { state: 'healthy', surface: 'chat', ...channel, reply: { textLimit: 2000, ...reply } },
  });
  const list = messages.get(id);
  list.length = 0;
  for (const [index, { own = false, text = '', ...more }] of parts.entries()) {
    list.push({
      ...message(String(number), index + 1, text, own, minutesAgo(30 - index)),
      ...more,
    });
  }
  Object.assign(conversation, {
    lastSequence: list.length,
    readSequence: list.length,
    otherReadSequence: Math.max(0, list.length - 3),
    lastMessage: list.at(-1),
  });
}

const PICTURE = '/favicon.svg';
const picture = {
  id: 'f1',
  name: 'mau-hoa.jpg',
  mediaType: 'image/jpeg',
  bytes: 48_213,
  width: 320,
  height: 240,
  url: PICTURE,
};

byChannel(
  2,
  { id: 'ch1', name: 'Hoa Sen – Hoa tươi Sài Gòn' },
  { freeUntil: hours(21.6), limitedUntil: hours(160), limitedTo: 'human-agent' },
  [
    {
      text: 'Chào shop, mẫu trong quảng cáo còn không ạ?',
      channel: { kind: 'text', source: { kind: 'ads', ref: 'c7', title: 'Hoa khai trương giảm 20 %' } },
    },
    { channel: { kind: 'image' }, attachments: [picture] },
    { channel: { kind: 'sticker' }, attachments: [{ ...picture, id: 'f2', name: 'sticker.png' }] },
    {
      channel: {
        kind: 'location',
        place: { latitude: '10.7769', longitude: '106.7009', title: 'Chợ Bến Thành' },
      },
    },
    { own: true, text: 'Dạ còn ạ, chị lấy mấy bó?', channel: { delivery: 'delivered' } },
    { own: true, text: 'Em gửi bảng giá nhé', channel: { delivery: 'sent' } },
    {
      text: 'Dạ shop đã trả lời ở trên ạ',
      author: { kind: 'system', id: 't', name: 'Hoa Sen' },
      channel: { kind: 'text', elsewhere: 'Trang doanh nghiệp' },
    },
    { text: 'Xem giá', channel: { kind: 'postback', payload: 'PRICE' } },
    { channel: { kind: 'unsupported' } },
    {
      text: 'gửi shop hợp đồng',
      channel: {
        kind: 'file',
        missing: [
          { id: 'm1', kind: 'file', name: 'hop-dong-rat-dai-cua-cong-ty-hoa-sen-2026.pdf' },
          { id: 'm2', kind: 'video', name: 'video-cua-hang.mp4', code: 'media-too-large' },
        ],
      },
    },
    {
      own: true,
      text: 'Dạ em nhận được rồi ạ',
      channel: { delivery: 'failed', failureCode: 'provider-unavailable', retryable: true },
    },
    { own: true, text: 'Chị chờ em chút', channel: { delivery: 'sending' } },
  ],
);
byChannel(
  4,
  { id: 'ch2', name: 'Hoa Sen OA', following: true },
  { freeUntil: hours(46), freeRepliesLeft: 5, limitedUntil: hours(160), limitedTo: 'charged' },
  [
    { text: 'Shop ơi', channel: { kind: 'text' } },
    { text: 'Lan Nguyễn\n0912 345 678', channel: { kind: 'contact-shared' } },
    { own: true, text: 'Dạ em nghe', channel: { delivery: 'delivered' } },
  ],
);
byChannel(
  8,
  { id: 'ch1', name: 'Hoa Sen – Hoa tươi Sài Gòn', surface: 'comment' },
  { privateReplyUntil: hours(100) },
  [
    {
      text: 'Giá bao nhiêu vậy shop?',
      channel: {
        kind: 'comment',
        comment: { id: '1', postId: '2', permalink: 'https://www.facebook.com/2', hidden: true, liked: true },
      },
    },
    { own: true, text: 'Dạ 199k ạ', channel: { delivery: 'sent' } },
    { own: true, text: 'Em nhắn riêng chị nhé', channel: { delivery: 'sent', mode: 'private' } },
  ],
);
byChannel(
  9,
  { id: 'ch1', name: 'Hoa Sen – Hoa tươi Sài Gòn' },
  { freeUntil: hours(-200), limitedUntil: hours(-40) },
  [{ text: 'Cảm ơn shop', channel: { kind: 'text' } }],
);
byChannel(
  10,
  { id: 'ch2', name: 'Hoa Sen OA' },
  { freeUntil: hours(-4), limitedUntil: hours(115), limitedTo: 'charged', chargedRepliesLeft: 1980 },
  [{ text: 'Cho mình hỏi lại giá nhé', channel: { kind: 'text' } }],
);

for (let number = 20; number < 90; number++) {
  addConversation(number, { length: 6, agents: [LAN], state: 'closed', age: 60 * 24 * (number - 18) });
}

export const entitlement = {
  planCode: 'standard',
  planName: 'Tiêu chuẩn',
  month: '2026-11',
  monthlySecondsGranted: 36_000,
  monthlySecondsUsed: 30_630,
  monthlySecondsLeft: 5370,
  bonusSecondsLeft: 3000,
  bonusSecondsUsed: 600,
  heldSeconds: 135,
  overdraftSeconds: 0,
  level: 'warning-80',
  exhaustedPolicy: 'finish',
  incrementSeconds: 1,
  resetsAt: '2026-11-30T17:00:00Z',
  version: 4,
};

export const ledgerEntries = [
  ['hold', 'monthly', -135, 5370, 1],
  ['call', 'monthly', -750, 5505, 90],
  ['call', 'monthly', -6780, 6255, 600],
  ['referral-reward', 'bonus', 3600, 3600, 2000],
  ['monthly-grant', 'monthly', 36_000, 36_000, 9000],
].map(([cause, account, seconds, balanceAfterSeconds, age], index) => ({
  id: `entry-${String(index)}`,
  transferId: `transfer-${String(index)}`,
  account,
  seconds,
  balanceAfterSeconds,
  cause,
  month: '2026-11',
  occurredAt: minutesAgo(age),
}));

export const calls = [
  ['Khách 4821', 'audio', 'running', undefined, 3, 45, 0],
  ['Chị Nguyễn Hoàng Thảo My', 'video', 'ended', 'completed', 92, 750, 750],
  ['Khách 1190', 'audio', 'ended', 'missed', 180, 0, 0],
  ['Anh Đức (Nội thất An Gia)', 'audio', 'ended', 'completed', 600, 6780, 6780],
  ['Khách 7712', 'video', 'ended', 'lost', 1500, 95, 95],
  ['Khách 3301', 'audio', 'ended', 'cancelled', 2100, 0, 0],
].map(([visitorName, media, state, outcome, age, durationSeconds, chargedSeconds], index) => ({
  id: `call-${String(index)}`,
  visitorName,
  media,
  state,
  outcome,
  startedAt: minutesAgo(age),
  joinedAt: durationSeconds > 0 ? minutesAgo(age - 0.3) : undefined,
  durationSeconds,
  chargedSeconds,
  fault: outcome === 'lost' ? 'too-long' : undefined,
  agents:
    durationSeconds > 0
      ? [{ id: 'a1', name: 'Mai Anh', joinedAt: minutesAgo(age - 0.3), leftAt: minutesAgo(age - 5) }]
      : [],
}));

const callDays = [
  [2, 1200, 0, 3, 1],
  [3, 2460, 900, 5, 0],
  [5, 3900, 1500, 8, 2],
  [6, 600, 0, 1, 1],
  [9, 4200, 2400, 9, 1],
  [10, 1800, 300, 4, 0],
  [12, 0, 2700, 2, 0],
  [16, 2100, 1200, 6, 3],
  [17, 900, 0, 2, 0],
  [20, 3000, 1020, 7, 1],
  [23, 750, 0, 1, 1],
].map(([day, audioSeconds, videoSeconds, answered, missed]) => ({
  date: `2026-11-${String(day).padStart(2, '0')}`,
  audioSeconds,
  videoSeconds,
  answered,
  missed,
}));

export const statement = {
  month: '2026-11',
  closed: false,
  planCode: 'standard',
  planName: 'Tiêu chuẩn',
  grantedSeconds: 36_000,
  usedSeconds: 30_930,
  usedFromMonthlySeconds: 30_330,
  usedFromBonusSeconds: 600,
  overdraftSeconds: 0,
  returnedSeconds: 0,
  bonusReceivedSeconds: 3600,
  correctionSeconds: 0,
  calls: { all: 58, answered: 48, missed: 10, audioSeconds: 20_910, videoSeconds: 10_020 },
  days: callDays,
};

export const referralCode = {
  code: 'HOASEN7K',
  url: 'http://localhost:8080/r/HOASEN7K',
  createdAt: minutesAgo(60_000),
};

export const referrals = [
  ['Cà phê Mộc', 'rewarded', undefined, [], 1800, 50_000],
  ['Nội thất An Gia', 'registered', undefined, ['verified-email', 'first-conversation'], 0, 3000],
  ['Mỹ phẩm Thảo Mộc Việt Nam chi nhánh Đà Nẵng', 'qualified', undefined, ['monthly-cap'], 0, 4000],
  ['Hoa Sen 2', 'rejected', 'same-owner', [], 0, 9000],
].map(([businessName, state, rejectionReason, waitingFor, rewardedSeconds, age], index) => ({
  id: `r${String(index)}`,
  businessName,
  state,
  rejectionReason,
  waitingFor,
  rewardedSeconds,
  registeredAt: minutesAgo(age),
  changedAt: minutesAgo(age),
}));

export const referralSummary = {
  clicks: 128,
  visitors: 96,
  registered: 1,
  qualified: 1,
  rewarded: 1,
  rejected: 1,
  earnedSeconds: 1800,
  earnedThisMonthSeconds: 1800,
  monthlyCapSeconds: 36_000,
  referrerSeconds: 1800,
  referredSeconds: 1800,
};

export const providers = [
  { kind: 'facebook', configured: true, reachable: true },
  { kind: 'zalo', configured: true, reachable: false },
];

export const channels = [
  {
    id: 'ch1',
    kind: 'facebook',
    name: 'Hoa Sen – Hoa tươi Sài Gòn',
    state: 'healthy',
    lastEventAt: minutesAgo(25),
    version: 1,
  },
  {
    id: 'ch2',
    kind: 'zalo',
    name: 'Hoa Sen OA',
    state: 'reconnect-required',
    lastEventAt: minutesAgo(190),
    lastErrorCode: 'zalo-216',
    lastErrorAt: minutesAgo(42),
    version: 3,
  },
  {
    id: 'ch3',
    kind: 'facebook',
    name: 'Cửa hàng hoa tươi và quà tặng cao cấp Hoa Sen – Chi nhánh Thành phố Thủ Đức',
    state: 'permission-missing',
    missingPermissions: ['pages_messaging', 'pages_manage_engagement'],
    version: 2,
  },
];

const pages = [
  { externalId: '1', name: 'Hoa Sen – Hoa tươi Sài Gòn', linkable: true, linked: true },
  { externalId: '2', name: 'Hoa Sen Đà Nẵng', linkable: true, linked: false },
  { externalId: '3', name: 'Hội yêu hoa', linkable: false, linked: false, reason: 'tasks-missing' },
  { externalId: '4', name: 'Hoa Mai', linkable: false, linked: false, reason: 'linked-elsewhere' },
];

export function linkSession(id) {
  return {
    id,
    kind: 'facebook',
    state: id,
    dialogUrl: 'http://127.0.0.1:9/dialog',
    missingPermissions: [],
    pages: id === 'choose' ? pages : [],
    channelIds: [],
  };
}

export function offer(number, seconds = 20) {
  const now = Date.now();
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    id: `offer-${String(number)}-${String(now)}`,
    conversationId: id,
    departmentId: SALES,
    departmentName: 'Tư vấn bán hàng',
    visitorName: number === 3 ? '' : 'Trịnh Hoài Đức',
    channelKind: 'livetalk',
    preview:
      'Chào shop, mình muốn đặt hoa khai trương cho công ty, giao sáng thứ Bảy thì đặt trước mấy ngày ạ?',
    madeAt: new Date(now).toISOString(),
    expiresAt: new Date(now + seconds * 1000).toISOString(),
    serverTime: new Date(now).toISOString(),
  };
}
