// Looks at the widget: screenshots of its states on desktop and phone in both languages, and axe on each.
//
//   node dev/look.mjs <folder for the pictures> [--chromium=/usr/bin/chromium] [--only=talk|set|popup|preview|trial]
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { sampleDocument, startServer } from './server.mjs';

const [folder = 'look', ...rest] = process.argv.slice(2);
const executablePath =
  rest.find((option) => option.startsWith('--chromium='))?.slice(11) ?? '/usr/bin/chromium';
const only = rest.find((option) => option.startsWith('--only='))?.slice(7);
const wanted = (part) => only === undefined || only === part;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(folder, { recursive: true });

const server = await startServer({ replyMilliseconds: null });
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
let serious = 0;

/** Everything that grows in or slides has arrived; what moves for ever is left alone. */
async function settled(page) {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      const roots = [document, document.querySelector('dakenh-widget')?.shadowRoot].filter(Boolean);
      const moving = roots
        .flatMap((root) => root.getAnimations())
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      return Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
    });
  }
}

async function look(page, name) {
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  for (const context of page.frames()) {
    const where = context === page.mainFrame() ? 'page' : 'frame';
    // By the debugger, for the app's policy would not let a script element in.
    await context.evaluate(axe);
    const { violations } = await context.evaluate(() =>
      window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    );
    for (const { impact, id, nodes } of violations) {
      if (['serious', 'critical'].includes(impact)) serious++;
      console.log(
        `${name} ${where}: ${impact} ${id}: ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 300)}`,
      );
    }
  }
}

function label(size, locale, dark) {
  return `${size.width < 500 ? 'phone' : 'desktop'}-${locale.slice(0, 2)}${dark ? '-dark' : ''}`;
}

async function open(size, locale, dark, path = '/site/') {
  const narrow = size.width < 500;
  const context = await browser.newContext({
    viewport: size,
    locale,
    isMobile: narrow,
    hasTouch: narrow,
    ...(dark ? { colorScheme: 'dark' } : {}),
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`page error: ${error.stack}`));
  // The shop's page is Vietnamese; an English visitor's shop says so.
  await page.route(/\/site\/(?:[^.]*|.*\.html)(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    let body = await response.text();
    if (locale.startsWith('en')) body = body.replace('lang="vi"', 'lang="en"');
    if (dark) body = body.replace('<html', '<html style="color-scheme: light dark"');
    await route.fulfill({ response, body });
  });
  await page.goto(`${server.url}/site/?key=demo`);
  if (path !== '/site/') await page.goto(server.url + path);
  const launcher = page.locator('dakenh-widget .launcher');
  await launcher.waitFor();
  return { context, page, launcher };
}

async function app({ page, launcher }) {
  await launcher.click();
  const frame = await (await page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await frame.waitForSelector('.card');
  return frame;
}

function settings(change) {
  server.publish((current) => {
    Object.assign(current, sampleDocument(), { version: current.version });
    change?.(current);
  });
}

/** A conversation from the first click to its end. */
async function talk(size, locale, dark) {
  const name = label(size, locale, dark);
  settings();
  const opened = await open(size, locale, dark);
  const { page, launcher, context } = opened;
  await look(page, `${name}-01-launcher`);
  await page.locator('dakenh-widget .popup').waitFor();
  await look(page, `${name}-02-popup`);
  const frame = await app(opened);
  await look(page, `${name}-03-start`);
  await frame.fill('input', 'Minh Anh');
  await frame.fill('.card textarea', 'Chào shop, mình muốn đặt một bó hoa hồng cho sinh nhật mẹ ngày mai ạ.');
  await frame.press('.card textarea', 'Enter');
  await frame.waitForSelector('.own:not(.sending)');
  await look(page, `${name}-04-waiting`);
  const conversation = server.conversations().at(-1);
  server.say(conversation, 'Dạ chào bạn Minh Anh! 🌷');
  server.say(
    conversation,
    'Mình gợi ý bó “Nắng mai” gồm 20 bông hồng kem, xem tại https://hoamai.example/nang-mai?mau=kem nhé.',
  );
  await frame.waitForSelector('.other a');
  await frame.fill('.composer textarea', 'Đẹp quá! Bao nhiêu tiền vậy ạ?');
  await frame.press('.composer textarea', 'Enter');
  await frame.fill('.composer textarea', '😍');
  await frame.press('.composer textarea', 'Enter');
  server.say(
    conversation,
    `Lienketratdai${'khongcodaucach'.repeat(12)} https://hoamai.example/${'x'.repeat(120)}`,
    {
      id: 'agent-rtl',
      name: 'Hùng \u202Egnảuq àĐ với một cái tên rất là dài để xem có bị tràn không',
    },
  );
  server.say(conversation, 'Dòng một\nDòng hai, <b>không đậm</b>');
  server.typing(conversation, true);
  await frame.waitForSelector('.typing');
  await look(page, `${name}-05-talking`);
  await frame.click('.composer .round >> nth=0');
  await look(page, `${name}-06-emoji`);
  await frame.press('.emoji button', 'Escape');
  await frame.click('.head .round >> nth=1');
  await look(page, `${name}-07-end-question`);
  await frame.click('.ask button >> nth=1');
  server.refuse(true);
  server.dropAll();
  await frame.fill('.composer textarea', 'Tin này viết khi mất mạng');
  await frame.press('.composer textarea', 'Enter');
  await frame.waitForSelector('.bar p');
  await look(page, `${name}-08-offline`);
  server.refuse(false);
  await frame.waitForFunction(
    () => !document.querySelector('.bar p') && !document.querySelector('.sending'),
    null,
    { timeout: 60_000 },
  );
  await frame.fill('.composer textarea', '/fail');
  await frame.press('.composer textarea', 'Enter');
  await frame.waitForSelector('.problem');
  await look(page, `${name}-09-failed`);
  if (size.width < 500) await frame.click('.head .round >> nth=2');
  else await launcher.click();
  server.say(conversation, 'Bạn còn đó không ạ?');
  await page.waitForSelector('dakenh-widget .badge:not([hidden])');
  await look(page, `${name}-10-badge`);
  await launcher.click();
  server.close(conversation);
  await frame.waitForSelector('.closed');
  await look(page, `${name}-11-closed`);
  await frame.click('.closed button');
  await frame.waitForSelector('.past');
  await look(page, `${name}-12-again`);
  await context.close();
}

/** What owners set, each in a visit of its own. */
const variants = {
  form: (current) => {
    current.window.fields = [
      { key: 'name', kind: 'text', required: true },
      { key: 'phone', kind: 'text', required: true },
      { key: 'email', kind: 'text', required: false },
      {
        key: 'custom-dip',
        label: 'Dịp tặng hoa',
        kind: 'choice',
        choices: ['Sinh nhật', 'Khai trương'],
        required: true,
      },
      { key: 'custom-so-bo', label: 'Số bó', kind: 'number', required: false },
      { key: 'content', kind: 'multiline', required: false },
    ];
    current.buttons[1].highlighted = true;
  },
  agents: (current) => {
    current.window.startMode = 'agent';
    current.agents = [
      {
        id: server.lan.id,
        name: server.lan.name,
        avatarUrl: '/api/config/v1/public/media/avatar.svg',
        departmentId: 'd',
      },
      {
        id: server.hung.id,
        name: `${server.hung.name} – một cái tên rất dài cho vừa hai dòng`,
        departmentId: 'd',
      },
    ];
    current.buttons = current.buttons.slice(0, 1);
    current.window.headerColor = '#ffe08a';
  },
  departments: (current) => {
    current.window.startMode = 'department';
    current.departments = ['Bán hàng', 'Giao hàng', 'Kế toán'].map((name) => ({ id: name, name }));
    current.window.fields = [];
    current.links.layout = 'collapsed';
    Object.assign(current.launcher.desktop, { corner: 'top-left', offsetX: 60, offsetY: 90 });
    Object.assign(current.launcher.phone, { corner: 'bottom-left', offsetX: 0, offsetY: 60 });
  },
  picture: (current) => {
    current.launcher.kind = 'image';
    current.launcher.image = {
      url: '/api/config/v1/public/media/launcher.svg',
      widthPixels: 160,
      heightPixels: 160,
      offsetX: -10,
      offsetY: 4,
    };
    current.buttons = [
      {
        function: 'audio',
        highlighted: false,
        label: 'Gọi ngay',
        labelColor: '#fff',
        background: '#ffffff',
        imageUrl: '/api/config/v1/public/media/launcher.svg',
      },
    ];
    current.window.widthPixels = 640;
    current.window.heightPixels = 900;
  },
};

async function vary(size, locale, variant) {
  const name = `${label(size, locale)}-set-${variant}`;
  settings(variants[variant]);
  const opened = await open(size, locale, false);
  const { page, context } = opened;
  await page.locator('dakenh-widget .popup').waitFor();
  await look(page, `${name}-1-page`);
  await page.locator('dakenh-widget .popup-close').click();
  const arrow = page.locator('dakenh-widget .arrow');
  if ((await arrow.count()) > 0) {
    await arrow.click();
    await page.locator('dakenh-widget .link-row').waitFor();
    await page.locator('dakenh-widget a.link').first().focus();
    await look(page, `${name}-2-links`);
  }
  const frame = await app(opened);
  if (variant === 'agents') await frame.waitForSelector('.presence');
  await look(page, `${name}-3-start`);
  const press = frame.locator('[data-function]').first();
  await press.click();
  if (variant === 'form') await frame.locator('[data-function=chat]').click();
  await frame.locator('.fault, .no-calls').first().waitFor();
  await look(page, `${name}-4-pressed`);
  await context.close();
}

/** The popup of one page, and the conversation that begins with it. */
async function fromPopup(size, locale) {
  settings();
  const name = `${label(size, locale)}-popup-of-page`;
  const { page, context } = await open(size, locale, false, '/site/san-pham.html');
  await page.locator('dakenh-widget .popup-go').click();
  const frame = await (await page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await frame.waitForSelector('.greeting');
  await look(page, `${name}-1-start`);
  await frame.fill('.card textarea', 'Mình muốn một bó màu kem');
  await frame.press('.card textarea', 'Enter');
  await frame.waitForSelector('.other');
  await frame.waitForSelector('.own:not(.sending)');
  await look(page, `${name}-2-talk`);
  await context.close();
}

/** The trial page of every business, and one of its paths. */
async function trial(size, locale) {
  settings((current) => {
    current.popups.push({
      id: '0192f0c4-0000-7000-8000-000000000003',
      title: 'Riêng trang này',
      path: '/uu-dai',
      content: 'Thông điệp của đường dẫn /uu-dai.',
      delaySeconds: 1,
      resend: false,
    });
  });
  const name = `${label(size, locale)}-trial`;
  const context = await browser.newContext({ viewport: size, locale });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`page error: ${error.stack}`));
  await page.goto(`${server.url}/site/thu/khuyen-mai?key=demo&lang=${locale.slice(0, 2)}`);
  await page.locator('#business', { hasText: 'Hoa Mai' }).waitFor();
  await page.locator('dakenh-widget .popup', { hasText: 'xin chào' }).waitFor();
  await look(page, `${name}-1`);
  await page.click('#go button');
  await page.locator('dakenh-widget .popup', { hasText: 'Riêng trang này' }).waitFor();
  await page.click('#show-phone');
  const inner = page.frameLocator('#device iframe');
  await inner.locator('dakenh-widget .popup').waitFor();
  await look(page, `${name}-2-other-path`);
  await context.close();
}

/** As the console shows it. */
async function preview(size, locale) {
  const context = await browser.newContext({ viewport: size, locale });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`page error: ${error.stack}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`console: ${message.text()}`);
  });
  const language = locale.slice(0, 2);
  await page.route('**/frame', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="${language}"><title>Khung</title><main><h1 hidden>Khung</h1></main>
        <style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style>`,
    }),
  );
  await page.goto(`${server.url}/frame`);
  const device = size.width < 500 ? 'phone' : 'desktop';
  await page.evaluate(
    ({ url, document: bootstrap, device: wanted }) =>
      new Promise((done) => {
        const mark = 'dakenh.preview.v1';
        const frame = document.createElement('iframe');
        frame.title = 'Xem trước';
        window.moves = [];
        window.show = (screen) =>
          frame.contentWindow.postMessage(
            { mark, type: 'show', bootstrap, device: wanted, screen },
            location.origin,
          );
        addEventListener('message', ({ data, source }) => {
          if (source !== frame.contentWindow || data.mark !== mark) return;
          if (data.type === 'ready') done();
          else window.moves.push(data);
        });
        frame.src = url;
        document.querySelector('main').append(frame);
      }),
    { url: `${server.url}/widget/v1/preview.html?locale=${language}`, document: sampleDocument(), device },
  );
  const before = server.requested().length;
  const name = `${label(size, locale)}-preview`;
  await page.evaluate(() => window.show('launcher'));
  const frame = page.frames()[1];
  const launcher = frame.locator('dakenh-widget .launcher');
  await launcher.waitFor();
  await frame.locator('dakenh-widget .popup').waitFor();
  await look(page, `${name}-1-launcher`);
  const box = await launcher.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(box.width / 2 + 24, 60, { steps: 8 });
  await look(page, `${name}-2-dragged`);
  await page.mouse.up();
  await page.keyboard.press('Tab');
  await launcher.focus();
  await page.keyboard.press('ArrowDown');
  const moves = await page.evaluate(() => window.moves);
  const [last, drop] = [moves.at(-1), moves.findLast(({ done }, index) => done && index < moves.length - 1)];
  console.log(`${name}: dropped ${JSON.stringify(drop)}, then by key ${JSON.stringify(last)}`);
  if (drop?.corner !== 'top-left' || drop.offsetX !== 20 || last.offsetY !== drop.offsetY + 1) serious++;
  await page.evaluate(() => window.show('start'));
  await page.frameLocator('iframe').locator('dakenh-widget iframe').waitFor();
  const inner = page.frameLocator('iframe').frameLocator('dakenh-widget iframe');
  await inner.locator('.card').waitFor();
  await look(page, `${name}-3-start`);
  await page.evaluate(() => window.show('chat'));
  await inner.locator('.bubble').first().waitFor();
  await look(page, `${name}-4-chat`);
  const asked = server
    .requested()
    .slice(before)
    .filter((path) => !/^\/widget\/|\/public\/media\//.test(path));
  if (asked.length > 0) {
    serious++;
    console.log(`${name}: asked for ${asked.join(', ')}`);
  }
  await context.close();
}

try {
  for (const [size, locale, dark] of [
    [desktop, 'vi-VN'],
    [phone, 'vi-VN'],
    [desktop, 'en-GB'],
    [phone, 'en-GB'],
    [desktop, 'vi-VN', true],
  ]) {
    if (wanted('talk')) await talk(size, locale, dark);
    if (dark) continue;
    for (const variant of wanted('set') ? Object.keys(variants) : []) await vary(size, locale, variant);
    if (wanted('popup')) await fromPopup(size, locale);
    if (wanted('preview')) await preview(size, locale);
    if (wanted('trial')) await trial(size, locale);
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${serious} serious findings`);
if (serious > 0) process.exit(1);
