// Embeds the LiveTalk widget of the business whose key came with the address (?key=…). The key is kept for the
// tab, so that the other pages of the shop talk to the same business.
(() => {
  const name = 'hoamai.widget-key';
  const asked = new URLSearchParams(location.search).get('key');
  let key = asked;
  try {
    if (asked) sessionStorage.setItem(name, asked);
    else key = sessionStorage.getItem(name);
  } catch {
    // Storage is blocked: the key only holds on the page that was opened with it.
    key = asked;
  }
  if (!key) {
    const note = document.createElement('p');
    note.className = 'wrap note';
    note.textContent =
      'Trang dùng thử: mở bằng địa chỉ có “?key=” và mã nhúng của doanh nghiệp để thấy nút trò chuyện ở góc trang.';
    document.querySelector('header').after(note);
    return;
  }
  const script = document.createElement('script');
  script.async = true;
  script.src = '/widget/v1/loader.js';
  script.dataset.widgetKey = key;
  document.head.append(script);
})();
