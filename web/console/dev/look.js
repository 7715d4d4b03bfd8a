// Takes pictures of the console in a real browser and checks them with axe: node dev/look.js OUT_FOLDER BASE_URL

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [out = 'look', base = 'http://127.0.0.1:4610', only = ''] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG = '/desk/01930000-0000-7000-8000-000000000006';

const PAGES = {
  desk: '/desk',
  thread: LONG,
  waiting: '/desk/01930000-0000-7000-8000-000000000003?view=waiting',
  closed: '/desk?view=closed',
  departments: '/settings/departments',
  department: '/settings/departments/01920000-0000-7000-8000-00000000000a',
  staff: '/staff',
  popups: '/settings/popups',
  sequences: '/settings/sequences',
  button: '/settings/button',
  window: '/settings/window',
  'interaction-buttons': '/settings/interaction-buttons',
  links: '/settings/links',
  integration: '/settings/integration',
  audit: '/settings/audit',
  minutes: '/minutes',
  referral: '/referral',
  channels: '/settings/channels',
  'channels-choose': '/settings/channels?linkSession=choose',
  'channels-refused': '/settings/channels?linkSession=refused',
  facebook: '/desk/01930000-0000-7000-8000-000000000002',
  zalo: '/desk/01930000-0000-7000-8000-000000000004',
  comments: '/desk/01930000-0000-7000-8000-000000000008',
  'window-closed': '/desk/01930000-0000-7000-8000-000000000009',
  charged: '/desk/01930000-0000-7000-8000-000000000010',
};

// Pages as they are after something was done.
const DONE = {
  'popups-open': [
    '/settings/popups',
    (page) => page.locator('main li button[aria-expanded]').first().click(),
  ],
  'popups-why': [
    '/settings/popups',
    async (page) => {
      await page.locator('main form input').fill('https://hoasen.vn/khai-truong/ke-hoa');
      await page.locator('main form button').click();
      await page.locator('main form + div li').first().waitFor();
    },
  ],
  'window-history': [
    '/settings/window',
    async (page) => {
      await page
        .getByTestId('section-bar')
        .getByRole('button', { name: /^(Lịch sử|History)$/ })
        .click();
      await page.getByRole('dialog').locator('ol li').first().waitFor();
    },
  ],
  'window-faults': [
    '/settings/window',
    async (page) => {
      await page.locator('[data-at="/title"] input').fill('');
      await page.getByRole('button', { name: /^(Áp dụng|Apply)$/ }).click();
      await page.locator('main').getByRole('alert').first().waitFor();
    },
  ],
  'button-place': [
    '/settings/button',
    async (page) => {
      await page.locator('[data-at="/desktop/corner"]').scrollIntoViewIfNeeded();
    },
  ],
  'button-preview': [
    '/settings/button',
    async (page) => {
      const open = page.getByTestId('section-bar').getByRole('button', { name: /^(Xem trước|Preview)$/ });
      if (await open.isVisible()) await open.click();
      await page.locator('.ant-segmented-item:visible').last().click();
      await page.frameLocator('iframe').locator('body *').first().waitFor({ state: 'attached' });
    },
  ],
};

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let serious = 0;

async function look(name, path, { width, height, language, theme, touch }, act) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    bypassCSP: false,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([lang, chosen]) => {
      localStorage.setItem('dakenh.language', lang);
      localStorage.setItem('dakenh.theme', chosen);
    },
    [language, theme],
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(`${name}: console ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    console.log(`${name}: ${error.message}`);
  });
  await page.goto(base + path);
  await page.locator('main h1, main h2').first().waitFor({ state: 'attached', timeout: 15_000 });
  await page.waitForLoadState('networkidle');
  if (act) {
    await act(page);
    await page.waitForLoadState('networkidle');
  }
  await page.screenshot({ path: join(out, `${name}.png`) });
  const session = await context.newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${axe}; axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.slice(0, 4).map((n) => n.target.join(' ') + ' :: ' + (n.any[0]?.message ?? '')) }))))`,
    awaitPromise: true,
  });
  for (const violation of JSON.parse(result.value)) {
    if (['serious', 'critical'].includes(violation.impact)) serious++;
    console.log(`${name}: ${violation.impact} ${violation.id}\n    ${violation.nodes.join('\n    ')}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (wide) console.log(`${name}: wider than the screen`);
  await context.close();
}

const desktop = { width: 1440, height: 900, touch: false };
const phone = { width: 390, height: 844, touch: true };
const all = [
  ...Object.entries(PAGES).map(([name, path]) => [name, path]),
  ...Object.entries(DONE).map(([name, [path, act]]) => [name, path, act]),
];
for (const [name, path, act] of all) {
  if (only !== '' && !only.split(',').includes(name)) continue;
  await look(`${name}-desktop-vi`, path, { ...desktop, language: 'vi', theme: 'light' }, act);
  await look(`${name}-phone-vi`, path, { ...phone, language: 'vi', theme: 'light' }, act);
  await look(`${name}-desktop-en-dark`, path, { ...desktop, language: 'en', theme: 'dark' }, act);
  await look(`${name}-phone-en-dark`, path, { ...phone, language: 'en', theme: 'dark' }, act);
}
await browser.close();
console.log(`${String(serious)} serious findings`);
process.exitCode = serious === 0 ? 0 : 1;
