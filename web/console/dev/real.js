// Goes through the configuration pages of a running suite as an owner would: node dev/real.js OUT_FOLDER BASE_URL
// EMAIL and PASSWORD name who signs in. Fails on answers and console messages that should not be.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [out = 'real', base = 'http://localhost:8080'] = process.argv.slice(2);
const { EMAIL = '', PASSWORD = '' } = process.env;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
page.setDefaultTimeout(60_000);
let wrong = 0;
page.on('pageerror', (error) => {
  wrong++;
  console.log(`page error: ${error.message}`);
});
page.on('response', (response) => {
  if (response.status() < 400) return;
  wrong++;
  console.log(`${String(response.status())} ${response.request().method()} ${response.url()}`);
});

await page.goto(base);
await page.locator('#username').fill(EMAIL);
await page.locator('#kc-login').click();
await page.locator('#password').fill(PASSWORD);
await page.locator('#kc-login').click();
await page.getByTestId('account-menu').waitFor();

const bar = page.getByTestId('section-bar');

/** Opens a page, changes it, applies, and looks at the history. */
async function publish(name, edit) {
  await page.goto(`${base}/settings/${name}`);
  await bar.waitFor();
  const previewed = page.waitForResponse((response) => response.url().endsWith('/preview'));
  await edit();
  await previewed;
  await page.screenshot({ path: join(out, `${name}-edited.png`) });
  await bar.getByRole('button', { name: 'Áp dụng' }).click();
  await page.locator('[data-testid="section-bar"][data-state="published"]').waitFor();
  await bar.getByRole('button', { name: 'Lịch sử' }).click();
  await page.getByRole('dialog').locator('ol li').first().waitFor();
  await page.screenshot({ path: join(out, `${name}-history.png`) });
  console.log(`${name}: applied`);
}

const stamp = String(Date.now() % 100_000);
const field = (at, kind = 'input') => page.locator(`[data-at="${at}"] ${kind}`).last();

await publish('popups', async () => {
  await page.getByRole('button', { name: 'Thêm thông điệp' }).click();
  const row = page.locator('[data-at^="/items/"]:has(button[aria-expanded="true"])').first();
  await row.locator('[data-at$="/title"] input').fill(`Khuyến mãi ${stamp}`);
  await row.locator('[data-at$="/path"] input').fill(`/khuyen-mai-${stamp}*`);
  await row.locator('[data-at$="/content"] textarea').fill('Mời bạn xem hàng mới.');
});
await page.keyboard.press('Escape');
await page.locator('main form input').fill(`https://example.vn/khuyen-mai-${stamp}/a`);
await page.locator('main form button').click();
await page.getByText(`Hiện “Khuyến mãi ${stamp}”`).waitFor();
await page.screenshot({ path: join(out, 'popups-why.png') });
await publish('sequences', async () => {
  await field('/start/contents/0', 'textarea').fill(`Xin chào ${stamp}`);
  await page.locator('[data-at="/start/enabled"] button').click();
});
await publish('button', () => field('/name').fill(`Trò chuyện ${stamp}`));
await publish('window', () => field('/title').fill(`Xin chào ${stamp}`));
await publish('interaction-buttons', () => field('/chat/label').fill(`Chat ${stamp}`));
await publish('links', async () => {
  const add = page.getByRole('button', { name: 'Thêm liên kết' });
  if (await add.isEnabled()) await add.click();
  await field('/items/0/description').fill(`Gọi chúng tôi ${stamp}`);
});
await publish('integration', async () => {
  await page.getByRole('button', { name: 'Thêm website' }).click();
  await page.locator('[data-at^="/allowed/"] input').last().fill(`a${stamp}.example.vn`);
});
await page.goto(`${base}/settings/audit`);
await page.locator('main tbody tr').nth(6).waitFor();
await page.screenshot({ path: join(out, 'audit.png') });
await browser.close();
console.log(wrong === 0 ? 'nothing wrong' : `${String(wrong)} things wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
