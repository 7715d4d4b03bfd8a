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
for (let number = 20; number < 90; number++) {
  addConversation(number, { length: 6, agents: [LAN], state: 'closed', age: 60 * 24 * (number - 18) });
}

export const entitlement = {
  planCode: 'trial',
  month: '2026-11',
  monthlySecondsGranted: 36_000,
  monthlySecondsUsed: 7530,
  monthlySecondsLeft: 28_470,
  bonusSecondsLeft: 3600,
  resetsAt: '2026-11-30T17:00:00Z',
  version: 4,
};

export const ledgerEntries = [
  ['call-charge', -750, 28_470, 90],
  ['call-charge', -6780, 29_220, 600],
  ['reward', 3600, 3600, 2000],
  ['monthly-grant', 36_000, 36_000, 9000],
].map(([cause, seconds, balanceAfterSeconds, age], index) => ({
  id: `entry-${String(index)}`,
  transferId: `transfer-${String(index)}`,
  account: 'monthly',
  seconds,
  balanceAfterSeconds,
  cause,
  month: '2026-11',
  occurredAt: minutesAgo(age),
}));

export const referralCode = {
  code: 'HOASEN7K',
  url: 'http://localhost:8080/r/HOASEN7K',
  createdAt: minutesAgo(60_000),
};

export const referrals = [
  { id: 'r1', state: 'rewarded', businessName: 'Cà phê Mộc', registeredAt: minutesAgo(50_000) },
  { id: 'r2', state: 'registered', businessName: 'Nội thất An Gia', registeredAt: minutesAgo(3000) },
];

export const providers = [
  { kind: 'facebook', configured: true, reachable: true },
  { kind: 'zalo', configured: false },
];

export const channels = [
  {
    id: 'ch1',
    kind: 'facebook',
    name: 'Hoa Sen – Hoa tươi Sài Gòn',
    state: 'healthy',
    lastEventAt: minutesAgo(25),
  },
];

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
