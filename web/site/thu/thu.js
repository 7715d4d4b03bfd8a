// Carries the widget of the business whose key came with the address (?key=…), with its real settings, and offers every
// function to be tried: pages of other paths, an address that changes without a new page, a phone's width.
(() => {
  const TEXTS = {
    vi: {
      title: 'Dùng thử LiveTalk',
      pages: 'Các trang',
      pagesHint: 'Thông điệp hiện theo đường dẫn của trang, sau thời gian chờ đã đặt.',
      names: ['Trang chủ', 'Sản phẩm', 'Khuyến mãi', 'Liên hệ'],
      path: 'Thử một đường dẫn khác',
      go: 'Chuyển tới',
      goHint: 'Địa chỉ đổi mà không tải lại trang, như ở các ứng dụng một trang.',
      here: 'Đang ở:',
      try: 'Hãy thử',
      tries: [
        'Chờ thông điệp hiện ra, đóng nó, rồi sang trang khác',
        'Mở nút bắt đầu trò chuyện, xem tiêu đề, mô tả và màu sắc',
        'Điền thông tin, để trống một mục bắt buộc để xem lời nhắc',
        'Gửi tin nhắn, rồi trả lời từ bàn làm việc của nhân viên',
        'Nhấn các nút trò chuyện, gọi thoại, gọi video',
        'Rê chuột hoặc chạm vào các liên kết khác',
        'Nhấn liên kết trong chữ ký',
        'Sửa một cài đặt và áp dụng khi cửa sổ này đang mở: nó đổi ngay',
      ],
      again: 'Hiện lại các thông điệp đã đóng',
      phone: 'Khổ điện thoại',
      phoneHint: 'Cùng trang này trong khung rộng 390 điểm ảnh.',
      showPhone: 'Xem khổ điện thoại',
      hidePhone: 'Ẩn khổ điện thoại',
      noKey: 'Mở trang này bằng địa chỉ có “?key=” và mã nhúng của doanh nghiệp.',
      unknown: 'Không có doanh nghiệp nào dùng mã nhúng này, hoặc kênh đang tạm ngừng.',
      away: 'Chưa tải được cài đặt. Hãy thử tải lại trang.',
      real: 'Cuộc trò chuyện ở đây là thật: nhân viên của bạn sẽ nhận được.',
    },
    en: {
      title: 'Try LiveTalk',
      pages: 'Pages',
      pagesHint: 'Messages pop up by the path of the page, after the delay that was set.',
      names: ['Home', 'Products', 'Offers', 'Contact'],
      path: 'Try another path',
      go: 'Go there',
      goHint: 'The address changes without a new page, as in single-page apps.',
      here: 'You are at:',
      try: 'Things to try',
      tries: [
        'Wait for a message to pop up, close it, then go to another page',
        'Open the start button; look at title, description and colours',
        'Fill in the form; leave a required field empty to see what is said',
        'Send a message and answer it from an agent’s desk',
        'Press the chat, audio and video buttons',
        'Hover, focus or tap the other links',
        'Open the link in the signature',
        'Change a setting and apply it while this window is open: it changes at once',
      ],
      again: 'Show closed messages again',
      phone: 'On a phone',
      phoneHint: 'This page in a frame 390 pixels wide.',
      showPhone: 'Show the phone',
      hidePhone: 'Hide the phone',
      noKey: 'Open this page by an address with “?key=” and the embed key of a business.',
      unknown: 'No business uses this key, or its channel is suspended.',
      away: 'The settings cannot be loaded. Try to reload the page.',
      real: 'Conversations here are real: your agents will get them.',
    },
  };
  const find = (id) => document.getElementById(id);
  const given = new URLSearchParams(location.search);
  const key = (given.get('key') ?? '').trim();
  const asked = given.get('lang') ?? navigator.language;
  const language = asked.toLowerCase().startsWith('en') ? 'en' : 'vi';
  const texts = TEXTS[language];
  const other = language === 'en' ? 'vi' : 'en';
  const inside = window !== window.parent;

  function address(change) {
    const to = new URLSearchParams({ key, lang: language, ...change });
    return `/site/thu/?${to}`;
  }

  document.documentElement.lang = language;
  document.documentElement.classList.toggle('inside', inside);
  document.title = texts.title;
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = texts[element.dataset.text];
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', texts[element.dataset.label]);
  }
  find('language').textContent = other === 'en' ? 'English' : 'Tiếng Việt';
  find('language').lang = other;
  find('language').addEventListener('click', () => location.assign(address({ lang: other })));

  const files = ['', 'san-pham', 'khuyen-mai', 'lien-he'];
  const here = () => {
    find('here').textContent = location.pathname;
    for (const link of find('pages').children) {
      link.toggleAttribute('aria-current', new URL(link.href).pathname === location.pathname);
      if (link.hasAttribute('aria-current')) link.setAttribute('aria-current', 'page');
    }
  };
  files.forEach((file, index) => {
    const link = document.createElement('a');
    link.href = address({}).replace('/?', `/${file}?`);
    link.textContent = texts.names[index];
    find('pages').append(link);
  });
  here();
  addEventListener('popstate', here);
  find('go').addEventListener('submit', (event) => {
    event.preventDefault();
    const path = find('path').value.trim().replace(/^\/*/, '/');
    history.pushState(null, '', path);
    here();
  });

  texts.tries.forEach((text) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    const label = document.createElement('label');
    label.append(box, text);
    const item = document.createElement('li');
    item.append(label);
    find('tries').append(item);
  });
  find('again').addEventListener('click', () => {
    try {
      sessionStorage.removeItem(`dakenh.popups.${key}`);
    } finally {
      location.assign(address({}));
    }
  });
  find('show-phone').addEventListener('click', () => {
    const device = find('device');
    device.hidden = !device.hidden;
    find('show-phone').setAttribute('aria-expanded', String(!device.hidden));
    find('show-phone').textContent = device.hidden ? texts.showPhone : texts.hidePhone;
    device.replaceChildren();
    if (device.hidden) return;
    const frame = document.createElement('iframe');
    frame.title = texts.phone;
    frame.src = address({});
    device.append(frame);
  });

  const note = find('note');
  if (!key) {
    note.textContent = texts.noKey;
    return;
  }
  if (!inside) note.textContent = texts.real;
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget/v1/loader.js';
  script.dataset.widgetKey = key;
  script.dataset.locale = language;
  document.head.append(script);
  fetch(`/api/config/v1/public/widgets/${encodeURIComponent(key)}`)
    .then(async (response) => {
      if (response.status === 404) note.textContent = texts.unknown;
      else if (!response.ok) note.textContent = texts.away;
      else find('business').textContent = `· ${(await response.json()).businessName}`;
    })
    .catch(() => {
      note.textContent = texts.away;
    });
})();
