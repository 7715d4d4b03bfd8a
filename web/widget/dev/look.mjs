// Looks at the widget: screenshots of its states on desktop and phone in both languages, and axe on each.
//
//   node dev/look.mjs <folder for the pictures> [--chromium=/usr/bin/chromium]
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const [folder = 'look', ...rest] = process.argv.slice(2);
const executablePath =
  rest.find((option) => option.startsWith('--chromium='))?.slice(11) ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(folder, { recursive: true });

const server = await startServer({ replyMilliseconds: null });
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let serious = 0;

async function look(page, frame, name) {
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  for (const [where, context] of [
    ['page', page.mainFrame()],
    ['app', frame],
  ]) {
    if (!context) continue;
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

async function visit(size, locale, dark) {
  const phone = size.width < 500;
  const context = await browser.newContext({
    viewport: size,
    locale,
    isMobile: phone,
    hasTouch: phone,
    ...(dark ? { colorScheme: 'dark' } : {}),
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`page error: ${error.stack}`));
  const label = `${phone ? 'phone' : 'desktop'}-${locale.slice(0, 2)}${dark ? '-dark' : ''}`;
  // The shop's page is Vietnamese; an English visitor's shop says so.
  await page.route('**/site/', async (route) => {
    const response = await route.fetch();
    let body = await response.text();
    if (locale.startsWith('en')) body = body.replace('lang="vi"', 'lang="en"');
    if (dark) body = body.replace('<html', '<html style="color-scheme: light dark"');
    await route.fulfill({ response, body });
  });
  await page.goto(`${server.url}/site/?key=demo`);
  await page.goto(`${server.url}/site/`);
  const launcher = page.locator('dakenh-widget .launcher');
  await launcher.waitFor();
  await look(page, null, `${label}-1-launcher`);
  await launcher.click();
  const frame = await (await page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await frame.waitForSelector('.card');
  await look(page, frame, `${label}-2-start`);
  await frame.fill('input', 'Minh Anh');
  await frame.fill('textarea', 'Chào shop, mình muốn đặt một bó hoa hồng cho sinh nhật mẹ ngày mai ạ.');
  await frame.press('textarea', 'Enter');
  await frame.waitForSelector('.own:not(.sending)');
  await look(page, frame, `${label}-3-waiting`);
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
  await look(page, frame, `${label}-4-talking`);
  await frame.click('.composer .round >> nth=0');
  await look(page, frame, `${label}-5-emoji`);
  await frame.press('.emoji button', 'Escape');
  await frame.click('.head .round >> nth=1');
  await look(page, frame, `${label}-6-end-question`);
  await frame.click('.ask button >> nth=1');
  server.refuse(true);
  server.dropAll();
  await frame.fill('.composer textarea', 'Tin này viết khi mất mạng');
  await frame.press('.composer textarea', 'Enter');
  await frame.waitForSelector('.bar p');
  await look(page, frame, `${label}-7-offline`);
  server.refuse(false);
  await frame.waitForFunction(
    () => !document.querySelector('.bar p') && !document.querySelector('.sending'),
    null,
    { timeout: 60_000 },
  );
  await frame.fill('.composer textarea', '/fail');
  await frame.press('.composer textarea', 'Enter');
  await frame.waitForSelector('.problem');
  await look(page, frame, `${label}-8-failed`);
  if (phone) await frame.click('.head .round >> nth=2');
  else await launcher.click();
  server.say(conversation, 'Bạn còn đó không ạ?');
  await page.waitForSelector('dakenh-widget .badge:not([hidden])');
  await look(page, null, `${label}-9-badge`);
  await launcher.click();
  server.close(conversation);
  await frame.waitForSelector('.closed');
  await look(page, frame, `${label}-10-closed`);
  await frame.click('.closed button');
  await frame.waitForSelector('.past');
  await look(page, frame, `${label}-11-again`);
  await context.close();
}

try {
  const desktop = { width: 1280, height: 800 };
  const phone = { width: 390, height: 844 };
  await visit(desktop, 'vi-VN');
  await visit(phone, 'vi-VN');
  await visit(desktop, 'en-GB');
  await visit(phone, 'en-GB');
  await visit(desktop, 'vi-VN', true);
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${serious} serious findings`);
if (serious > 0) process.exit(1);
