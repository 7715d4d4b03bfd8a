// The configuration sections of the pretended suite: drafts, versions and a rough rendering of the public document.

const OWNER = { id: '01920000-0000-7000-8000-000000000001', name: 'Trần Quốc Bảo' };
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const uuid = (number) => `01940000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const look = (icon, background, label) => ({
  kind: 'preset',
  icon,
  background,
  color: '#ffffff',
  label,
  labelColor: '#ffffff',
});

const sequence = (enabled, startDelaySeconds, contents) => ({
  enabled,
  startDelaySeconds,
  gapSeconds: 20,
  contents,
});

const contents = {
  popups: {
    items: [
      {
        id: uuid(1),
        title: 'Hoa khai trương giảm 15%',
        path: 'hoasen.vn/khai-truong*',
        content: 'Đặt trước 10 giờ, giao ngay trong ngày. Anh/chị cần tư vấn mẫu nào ạ?',
        delaySeconds: 8,
        resend: true,
      },
      {
        id: uuid(2),
        title: 'Tư vấn hoa cưới',
        path: '/hoa-cuoi',
        content: 'Chúc mừng hai bạn! Em gửi bảng giá hoa cưới nhé?',
        delaySeconds: 15,
        resend: false,
      },
      {
        id: uuid(3),
        title: 'Trang thanh toán: để khách yên tâm điền đơn, không mời trò chuyện ở đây',
        path: '/thanh-toan/phuong-thuc-van-chuyen-va-thanh-toan-khi-nhan-hang',
        content: 'Không hiện ở trang này.',
        delaySeconds: 0,
        resend: false,
      },
    ],
  },
  sequences: {
    start: sequence(true, 1, ['Dạ em chào anh/chị!', 'Anh/chị cần tư vấn mẫu hoa nào ạ?']),
    noReply: sequence(true, 60, [
      'Nhân viên đang bận, em sẽ trả lời anh/chị trong giây lát.',
      'Anh/chị để lại số điện thoại, bên em gọi lại ngay ạ.',
    ]),
    offline: sequence(true, 60, ['Hiện không có nhân viên trực tuyến. Bên em trả lời từ 7 giờ sáng.']),
    channels: { facebook: false, zalo: false },
  },
  button: {
    popupKind: 'text',
    defaultTitle: 'Bạn cần giúp gì không?',
    name: 'Trò chuyện với Hoa Sen',
    delaySeconds: 5,
    content: 'Xin chào! Bạn cần tư vấn mẫu hoa nào ạ?',
    buttonLabel: 'Bắt đầu trò chuyện',
    desktop: { corner: 'bottom-right', offsetX: 24, offsetY: 24 },
    phone: { corner: 'bottom-right', offsetX: 16, offsetY: 16 },
  },
  window: {
    headerColor: '#0f766e',
    textColor: '#ffffff',
    title: 'Hoa Sen xin chào',
    description: 'Thường trả lời trong vài phút.',
    audio: true,
    video: false,
    fields: [
      { key: 'name', shown: true, required: true },
      { key: 'phone', shown: true, required: false },
      { key: 'email', shown: false, required: false },
      { key: 'content', shown: true, required: false },
      {
        key: 'custom-dip',
        label: 'Hoa cho dịp nào?',
        kind: 'choice',
        choices: ['Sinh nhật', 'Khai trương', 'Chia buồn'],
        shown: true,
        required: false,
      },
    ],
    startMode: 'none',
    representative: false,
    widthPixels: 380,
    heightPixels: 600,
    signature: { text: 'Được hỗ trợ bởi [[Hoa Sen]]', link: 'https://hoasen.vn' },
  },
  'interaction-buttons': {
    display: 'equal',
    chat: look('chat-dots', '#0f766e', 'Trò chuyện'),
    audio: look('phone', '#1d4ed8', 'Gọi thoại'),
    video: look('video', '#7c3aed', 'Gọi video'),
  },
  links: {
    layout: 'full',
    items: [
      { id: uuid(11), kind: 'zalo', target: '0903 123 456', description: 'Nhắn Zalo' },
      {
        id: uuid(12),
        kind: 'facebook',
        target: 'https://www.facebook.com/hoasen',
        description: 'Trang Facebook',
      },
      { id: uuid(13), kind: 'phone', target: '1900 1234', description: 'Gọi miễn phí' },
    ],
  },
  websites: { allowed: ['hoasen.vn', '*.hoasen.vn'] },
};

const sections = new Map(
  Object.entries(contents).map(([section, published], index) => [
    section,
    {
      section,
      version: 3 + index,
      publishedVersion: 2,
      publishedAt: ago(60 * 26 * (index + 1)),
      publishedBy: OWNER,
      published,
      warnings: [],
    },
  ]),
);

function problem(status, code, errors) {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: { title: code, status, code, traceId: '4bf92f3577b3', ...(errors ? { errors } : {}) },
  };
}

const ok = (body, headers = {}) => ({ status: 200, headers, body });
const viewed = (view) => ok(view, { ETag: `"${String(view.version)}"` });

/** Only what is easy to see: empty texts that are required. */
function faultsOf(section, content) {
  const needed = { popups: ['title', 'path', 'content'] }[section] ?? [];
  const inItems = (content.items ?? []).flatMap((item, index) =>
    needed
      .filter((member) => item[member] === '')
      .map((member) => ({ pointer: `/items/${String(index)}/${member}`, code: 'required' })),
  );
  const own = ['title', 'name', 'buttonLabel']
    .filter((member) => content[member] === '')
    .map((member) => ({ pointer: `/${member}`, code: 'required' }));
  return [...own, ...inItems];
}

function rendered(section, content) {
  const at = (name) => (name === section ? content : sections.get(name).published);
  const button = at('button');
  const window = at('window');
  const parts = window.signature.text.split(/\[\[|\]\]/);
  return {
    version: 1,
    locale: 'vi',
    businessName: 'Hoa Sen',
    popups: at('popups').items,
    fallback: { title: button.defaultTitle, delaySeconds: button.delaySeconds },
    launcher: { ...button, kind: button.popupKind },
    window: {
      ...window,
      fields: window.fields.filter((field) => field.shown).map((field) => ({ kind: 'text', ...field })),
      signature: {
        parts: parts
          .map((text, index) => ({ text, ...(index % 2 === 1 ? { link: window.signature.link } : {}) }))
          .filter((part) => part.text !== ''),
      },
    },
    buttons: ['chat', 'audio', 'video']
      .filter((name) => name === 'chat' || window[name])
      .map((name) => ({ function: name, highlighted: false, ...at('interaction-buttons')[name] })),
    links: {
      layout: at('links').layout,
      items: at('links')
        .items.filter((link) => link.target !== '')
        .map(({ kind, description }) => ({ kind, url: 'https://example.vn', description })),
    },
    sounds: {},
  };
}

const VERSIONS = [
  {
    version: 2,
    publishedAt: ago(1600),
    publishedBy: OWNER,
    changes: [
      { pointer: '/title', op: 'replace', before: 'Xin chào', after: 'Hoa Sen xin chào' },
      { pointer: '/headerColor', op: 'replace', before: '#1d4ed8', after: '#0f766e' },
      { pointer: '/fields/4', op: 'add', after: contents.window.fields[4] },
      { pointer: '/audio', op: 'replace', before: false, after: true },
    ],
  },
  { version: 1, publishedAt: ago(9000), publishedBy: OWNER, changes: [] },
];

function timeline({ content, events = [] }) {
  const offline = events.some((event) => event.kind === 'agents-offline');
  const stop = events.find((event) => event.atSeconds > 0)?.atSeconds ?? Number.MAX_SAFE_INTEGER;
  const names = ['start', offline ? 'offline' : 'noReply'];
  const steps = names.flatMap((name) => {
    const { enabled, startDelaySeconds, gapSeconds, contents: texts } = content[name];
    if (!enabled) return [];
    const sent = texts
      .map((text, index) => ({
        atSeconds: startDelaySeconds + index * gapSeconds,
        sequence: name,
        kind: 'sent',
        index,
        text,
      }))
      .filter((step) => step.atSeconds < stop);
    const cancelled =
      sent.length < texts.length
        ? [{ atSeconds: stop, sequence: name, kind: 'cancelled', reason: 'agent-reply' }]
        : [];
    return [{ atSeconds: 0, sequence: name, kind: 'armed' }, ...sent, ...cancelled];
  });
  return { steps: steps.sort((one, other) => one.atSeconds - other.atSeconds) };
}

function explain({ url, content }) {
  const { items } = content ?? sections.get('popups').published;
  const path = new URL(url, 'https://hoasen.vn').pathname;
  const matches = (item) => path.startsWith(item.path.replace(/\*$/, '').replace(/^[^/]+/, ''));
  const winner = items.find(matches);
  return {
    normalizedUrl: url.replace(/^https?:\/\//, ''),
    shows: winner ? (winner.delaySeconds === 0 ? 'nothing' : 'popup') : 'fallback',
    ...(winner ? { popup: winner } : {}),
    afterSeconds: winner?.delaySeconds ?? 5,
    reason: winner ? (winner.delaySeconds === 0 ? 'matched-delay-zero' : 'matched') : 'no-match',
    candidates: items.map((item) => ({
      ...item,
      matches: matches(item),
      reason: item === winner ? 'selected' : 'path-differs',
    })),
  };
}

function change(view, request, edit) {
  if (request.headers['if-match'] !== `"${String(view.version)}"`) return problem(412, 'etag-mismatch');
  edit();
  view.version++;
  return viewed(view);
}

/** Answers what lies under /api/config/v1/sections. */
export function section(method, [, name, action, version, verb], body, request) {
  if (name === undefined) {
    return ok({ items: [...sections.values()].map((one) => ({ ...one, draft: one.draft !== undefined })) });
  }
  const view = sections.get(name);
  if (!view) return problem(404, 'section-not-found');
  switch (`${method} ${action ?? ''}`) {
    case 'GET ':
      return viewed(view);
    case 'PUT draft': {
      const faults = faultsOf(name, body);
      if (faults.length > 0) return problem(400, 'validation-failed', faults);
      return change(view, request, () => {
        Object.assign(view, { draft: body, draftUpdatedAt: ago(0), draftUpdatedBy: OWNER });
      });
    }
    case 'DELETE draft':
      return change(view, request, () => {
        delete view.draft;
      });
    case 'POST publish':
      return change(view, request, () => {
        Object.assign(view, { published: view.draft, publishedAt: ago(0), draft: undefined });
        view.publishedVersion++;
      });
    case 'POST preview': {
      const faults = faultsOf(name, body);
      return faults.length > 0 ? problem(400, 'validation-failed', faults) : ok(rendered(name, body));
    }
    case 'POST explain':
      return ok(explain(body));
    case 'POST timeline':
      return ok(timeline(body));
    case 'GET versions':
      return ok({ items: name === 'window' ? VERSIONS : VERSIONS.map((one) => ({ ...one, changes: [] })) });
    default:
      return verb === 'restore' && version !== undefined
        ? change(view, request, () => undefined)
        : problem(404, 'not-found');
  }
}

export const auditEntries = [
  ['section.published', 'window', ['title', 'headerColor'], 12],
  ['section.published', 'popups', ['items'], 95],
  ['department.changed', '01920000-0000-7000-8000-00000000000a', ['agentIds', 'totalSeconds'], 300],
  ['staff.created', '01920000-0000-7000-8000-000000000004', [], 4000],
  ['section.restored', 'button', ['name'], 6000],
  ['tenant.created', '01920000-0000-7000-8000-0000000000ff', [], 60_000],
].map(([action, target, fields, minutes], index) => ({
  id: uuid(100 + index),
  at: ago(minutes),
  action,
  target,
  ...(action === 'tenant.created' ? {} : { actor: OWNER }),
  fields,
}));
