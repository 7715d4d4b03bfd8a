// Puts the built widget on host pages of another origin that are strict, careless or hostile, in Chromium, and has an
// agent say hostile things. Fails on any script that runs, any report of a content security policy, anything lost.
//
//   node dev/hostile.mjs [--chromium=/usr/bin/chromium]
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const executablePath = process.argv.find((option) => option.startsWith('--chromium='))?.slice(11);
const payloads = JSON.parse(readFileSync(new URL('../src/app/payloads.json', import.meta.url), 'utf8'));
const suite = await startServer({ replyMilliseconds: null });
const tag = `<script async src="${suite.url}/widget/v1/loader.js" data-widget-key="demo"></script>`;

const pages = {
  '/plain': { body: tag },
  '/twice': { body: tag + tag },
  '/strict': {
    policy: `default-src 'none'; script-src ${suite.url}; frame-src ${suite.url}; connect-src ${suite.url}`,
    body: tag,
  },
  '/no-connect': {
    policy: `default-src 'none'; script-src ${suite.url}; frame-src ${suite.url}`,
    body: tag,
    expectReport: true,
  },
  '/loud-styles': {
    body: `<style>*{all:unset!important;color:red!important}button,div,iframe{display:none!important}
      html{font-size:4px!important;letter-spacing:1em!important}dakenh-widget{opacity:1}</style>${tag}`,
  },
};
const host = createServer((request, response) => {
  const page = pages[request.url];
  response.writeHead(page ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    ...(page?.policy ? { 'content-security-policy': page.policy } : {}),
  });
  response.end(page ? `<!doctype html><html lang="vi"><title>Trang</title><h1>Trang</h1>${page.body}` : '');
});
await new Promise((done) => host.listen(0, '127.0.0.1', done));
// Another site, not only another port: storage and processes are apart, as on a real customer's page.
const hostUrl = `http://shop.localhost:${host.address().port}`;

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
const troubles = [];

async function open(path, { blockStorage = false, context: given } = {}) {
  const context = given ?? (await browser.newContext({ locale: 'vi-VN' }));
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    troubles.push(`${path}: a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => troubles.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    // A picture the policy keeps out is the policy at work; a script it keeps out would be our mistake.
    const report =
      /content security policy/i.test(message.text()) && !/loading the image/i.test(message.text());
    if (report && !pages[path].expectReport) {
      troubles.push(`${path}: ${message.text()}`);
    }
  });
  if (blockStorage) {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
    });
  }
  await page.goto(hostUrl + path);
  const launcher = page.locator('dakenh-widget .launcher');
  await launcher.waitFor();
  // Its laid-out size: it grows in.
  const [width, height] = await launcher.evaluate((button) => [button.offsetWidth, button.offsetHeight]);
  assert.ok(width >= 56 && height >= 56, `${path}: the launcher has no size`);
  return { context, page, launcher };
}

async function app({ page, launcher }) {
  await launcher.click();
  const frame = await (await page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await frame.waitForSelector('textarea');
  return frame;
}

async function write(frame, text) {
  await frame.fill('.composer textarea', text);
  await frame.press('.composer textarea', 'Enter');
}

async function begin(frame, name = 'Minh Anh') {
  await frame.fill('input', name);
  await frame.fill('.card textarea', 'Chào shop');
  await frame.press('.card textarea', 'Enter');
  await frame.waitForSelector('.own:not(.sending)');
  return suite.conversations().at(-1);
}

async function everyHostMakesATalk() {
  for (const path of Object.keys(pages)) {
    const opened = await open(path);
    const frame = await app(opened);
    assert.equal(await opened.page.locator('dakenh-widget').count(), 1);
    suite.say(await begin(frame), 'Dạ chào bạn');
    await frame.waitForSelector('.other');
    await frame.press('.composer textarea', 'Escape');
    await opened.page.locator('dakenh-widget .window').waitFor({ state: 'hidden' });
    await opened.context.close();
  }
}

async function nothingHostileRuns() {
  const opened = await open('/plain');
  const frame = await app(opened);
  const conversation = await begin(frame, '<img src=x onerror=alert(1)>');
  for (const [index, payload] of payloads.entries()) {
    suite.say(conversation, payload, { id: `agent-${index % 5}`, name: payload, avatarUrl: payload });
  }
  const last = payloads.length + 1;
  await frame.waitForFunction((count) => document.querySelectorAll('.bubble').length === count, last);
  const shown = await frame.locator('.other .text').allTextContents();
  assert.deepEqual(shown, payloads);
  const links = await frame.locator('.text a').evaluateAll((all) => all.map(({ protocol }) => protocol));
  assert.ok(links.every((protocol) => /^https?:$/.test(protocol)));
  // A page that knows our message shapes, but is not the page around the app.
  await opened.page.evaluate(() => {
    const strange = document.createElement('iframe');
    strange.srcdoc = `<script>parent.frames[0]?.postMessage({mark:'dakenh.widget.v1',type:'visible',visible:false,
      page:{url:'',title:'',referrer:''}},'*');parent.postMessage({mark:'dakenh.widget.v1',type:'close'},'*')</script>`;
    const loaded = new Promise((done) => strange.addEventListener('load', done, { once: true }));
    document.body.append(strange);
    return loaded;
  });
  // Answered in order: when its own question is answered, what came before was taken or refused.
  await opened.page.evaluate(
    () =>
      new Promise((done) => {
        addEventListener('message', function last(event) {
          if (event.data !== 'last') return;
          removeEventListener('message', last);
          done();
        });
        window.postMessage('last', location.origin);
      }),
  );
  assert.equal(await opened.launcher.getAttribute('aria-expanded'), 'true');
  await opened.context.close();
}

async function worksWithStorageBlocked() {
  const opened = await open('/plain', { blockStorage: true });
  const frame = await app(opened);
  suite.say(await begin(frame), 'Dạ');
  await frame.waitForSelector('.other');
  await opened.context.close();
}

async function losesNothingOnABadNetwork() {
  const opened = await open('/plain');
  const frame = await app(opened);
  const conversation = await begin(frame);
  for (let index = 1; index <= 30; index++) {
    await write(frame, `tin ${index}`);
    if (index % 7 === 0) suite.dropAll();
    if (index % 5 === 0) suite.say(conversation, `đáp ${index}`);
  }
  await frame.waitForFunction(
    () => !document.querySelector('.sending') && document.querySelectorAll('.own').length === 31,
    null,
    { timeout: 60_000 },
  );
  await frame.waitForFunction(() => document.querySelectorAll('.other').length === 6);
  const own = conversation.messages.filter(({ author }) => author.kind === 'visitor').map(({ text }) => text);
  const wanted = ['Chào shop', ...Array.from({ length: 30 }, (_, index) => `tin ${index + 1}`)];
  assert.deepEqual(own, wanted);
  const shown = await frame.locator('.text').allTextContents();
  assert.deepEqual(
    shown,
    conversation.messages.map(({ text }) => text),
  );
  return { opened, conversation };
}

async function nextPageAndOtherTabShowTheSame({ opened, conversation }) {
  // Cut off, so that the message cannot have been stored before the page is left.
  const frame = opened.page.frames()[1];
  suite.refuse(true);
  suite.dropAll();
  await write(frame, 'viết ngay trước khi sang trang');
  suite.refuse(false);
  await opened.page.goto(`${hostUrl}/strict`);
  const next = await (await opened.page.waitForSelector('dakenh-widget iframe')).contentFrame();
  await next.waitForFunction((count) => document.querySelectorAll('.bubble').length === count, 38);
  await next.waitForFunction(() => !document.querySelector('.sending'));
  assert.equal(conversation.messages.at(-1).text, 'viết ngay trước khi sang trang');
  const other = await open('/plain', { context: opened.context });
  const second = await app(other);
  await second.waitForFunction((count) => document.querySelectorAll('.bubble').length === count, 38);
  await write(second, 'từ thẻ thứ hai');
  await next.waitForFunction((count) => document.querySelectorAll('.bubble').length === count, 39);
  await opened.context.close();
}

async function changedSettingsShowAtOnce() {
  const opened = await open('/plain');
  const frame = await app(opened);
  await begin(frame);
  suite.publish((settings) => {
    settings.launcher.name = 'Nhãn mới';
    settings.window.headerColor = '#0b6e4f';
  });
  await opened.page
    .locator('dakenh-widget .launcher', { hasText: 'Nhãn mới' })
    .waitFor({ state: 'attached' });
  await frame.waitForFunction(
    () => getComputedStyle(document.querySelector('.head')).backgroundColor === 'rgb(11, 110, 79)',
  );
  await opened.context.close();
}

let failed = false;
async function check(name, action, argument) {
  try {
    const result = await action(argument);
    console.log(`ok     ${name}`);
    return result;
  } catch (error) {
    failed = true;
    console.log(`failed ${name}: ${error.stack}`);
    return undefined;
  }
}

try {
  await check('every host page makes a talk', everyHostMakesATalk);
  await check('nothing hostile runs', nothingHostileRuns);
  await check('works with storage blocked', worksWithStorageBlocked);
  const left = await check('loses nothing on a bad network', losesNothingOnABadNetwork);
  if (left) await check('next page and other tab show the same', nextPageAndOtherTabShowTheSame, left);
  await check('changed settings show at once', changedSettingsShowAtOnce);
} finally {
  await browser.close();
  host.close();
  await suite.stop();
}
for (const trouble of new Set(troubles)) console.log(`trouble ${trouble}`);
if (failed || troubles.length > 0) process.exit(1);
