// Measures what the widget costs a host page: requests and bytes, and times on a slow phone (150 ms round trip,
// 1.6 Mbit/s, processor slowed four times), median of seven cold visits. Prints one JSON object.
//
//   node dev/budget.mjs [--chromium=/usr/bin/chromium]
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const executablePath = process.argv.find((option) => option.startsWith('--chromium='))?.slice(11);
const server = await startServer({ replyMilliseconds: null, compress: true });
const browser = await chromium.launch({
  executablePath: executablePath ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--site-per-process',
  ],
});
const VISITS = 7;

async function visit() {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  const requests = [];
  page.on('request', (request) => {
    if (/\/(?:widget|api)\//.test(request.url())) requests.push(new URL(request.url()).pathname);
  });
  await page.addInitScript(() => {
    window.blocked = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.blocked += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  const debug = await context.newCDPSession(page);
  await debug.send('Network.enable');
  await debug.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1_638_000 / 8) | 0,
    uploadThroughput: (1_638_000 / 8) | 0,
  });
  await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // A page of nothing but the widget: what is measured is ours.
  await page.route('**/blank', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="vi"><title>Trang</title><script async src="/widget/v1/loader.js" data-widget-key="demo"></script>',
    }),
  );
  await page.goto(`${server.url}/blank`);
  const launcher = page.locator('dakenh-widget .dock:not([hidden]) .launcher');
  await launcher.waitFor();
  const launcherMilliseconds = await page.evaluate(() => performance.now());
  const launcherRequests = requests.length;
  const clicked = await page.evaluate(() => performance.now());
  await launcher.click();
  const frame = await (await page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await frame.waitForSelector('textarea');
  const opened = await page.evaluate(() => performance.now());
  const blockedMilliseconds = await page.evaluate(() => window.blocked);
  const shift = await page.evaluate(
    () =>
      new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => done(sum));
      }),
  );
  await context.close();
  return {
    launcherMilliseconds,
    openMilliseconds: opened - clicked,
    readyMilliseconds: launcherMilliseconds + opened - clicked,
    blockedMilliseconds,
    shift,
    launcherRequests,
    requests,
  };
}

const visits = [];
for (let index = 0; index < VISITS; index++) visits.push(await visit());
await browser.close();
await server.stop();

const median = (name) => visits.map((one) => one[name]).sort((a, b) => a - b)[VISITS >> 1];
console.log(
  JSON.stringify({
    launcherMilliseconds: Math.round(median('launcherMilliseconds')),
    clickToReadyMilliseconds: Math.round(median('openMilliseconds')),
    readyMilliseconds: Math.round(median('readyMilliseconds')),
    hostBlockedMilliseconds: Math.round(median('blockedMilliseconds')),
    layoutShift: median('shift'),
    launcherRequests: median('launcherRequests'),
    readyRequests: median('requests').length,
    requests: visits[0].requests,
  }),
);
