import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Bootstrap } from '../shared/bootstrap.ts';
import { DEFAULT_BOOTSTRAP, loadBootstrap } from '../shared/bootstrap.ts';
import type { HostPage } from '../shared/bridge.ts';
import { parseToApp, post } from '../shared/bridge.ts';
import { chooseLocale } from '../shared/locale.ts';
import { safeStorage } from '../shared/storage.ts';
import { language, LanguageContext } from './locale/language.ts';
import { createSessions } from './session.ts';
import css from './style.css?inline';
import { openConversation, unreadTotal } from './talk/state.ts';
import { createTalk } from './talk/talk.ts';
import { applyTheme } from './theme.ts';
import { App } from './view/App.tsx';
import { TalkContext } from './view/useTalk.ts';

/** A constructed sheet costs no request of its own; browsers without them load the same rules as a file. */
function applyStyle(): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  } catch {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = 'app.css';
    document.head.append(link);
  }
}

const settings = new URLSearchParams(location.hash.slice(1));
const widgetKey = settings.get('key') ?? '';
const hostOrigin = settings.get('host') ?? '';
const dark = settings.get('theme') === 'dark';
const spoken = language(chooseLocale(settings.get('locale'), navigator.language));
const framed = window.parent !== window && hostOrigin !== '';

let page: HostPage = { url: document.referrer, title: '', referrer: '' };
let shown = !framed;
let changeBootstrap: ((bootstrap: Bootstrap) => void) | undefined;
let changeVisible: ((visible: boolean) => void) | undefined;

function tellHost(message: Parameters<typeof post>[2]): void {
  if (framed) post(window.parent, hostOrigin, message);
}

async function reloadSettings(): Promise<void> {
  const bootstrap = await loadBootstrap(location.origin, widgetKey);
  changeBootstrap?.(bootstrap);
  tellHost({ type: 'settings', bootstrap });
}

const browser = safeStorage('localStorage', (_name, value) => {
  tellHost({ type: 'keep', name: 'visitor', value });
});
const tab = safeStorage('sessionStorage', (_name, value) => {
  tellHost({ type: 'keep', name: 'outbox', value });
});
const visitorName = `dakenh.visitor.${widgetKey}`;
const outboxName = `dakenh.outbox.${widgetKey}`;

/** What the host page kept for us, where our own storage is blocked. */
function adopt({ visitor, outbox }: Record<string, string>): void {
  if (visitor !== undefined) browser.adopt({ [visitorName]: visitor });
  if (outbox !== undefined) tab.adopt({ [outboxName]: outbox });
}

const talk = createTalk({
  url: `${location.origin.replace(/^http/, 'ws')}/ws/visitor`,
  sessions: createSessions(widgetKey, visitorName, browser),
  storage: tab,
  outboxName,
  page: () => page,
  onSettingsChanged: () => {
    reloadSettings().catch(() => undefined);
  },
});

function Root({ initial }: { initial: Bootstrap }): JSX.Element {
  const [bootstrap, setBootstrap] = useState(initial);
  const [visible, setVisible] = useState(shown);
  useEffect(() => {
    changeBootstrap = setBootstrap;
    changeVisible = setVisible;
  }, []);
  useEffect(() => {
    applyTheme(document.documentElement, bootstrap, dark);
    document.title = bootstrap.title || spoken.texts.windowTitle;
  }, [bootstrap]);
  const onClose = framed
    ? (): void => {
        tellHost({ type: 'close' });
      }
    : null;
  return (
    <LanguageContext.Provider value={spoken}>
      <TalkContext.Provider value={talk}>
        <App bootstrap={bootstrap} visible={visible} onClose={onClose} />
      </TalkContext.Provider>
    </LanguageContext.Provider>
  );
}

let told = '';
function reportState(): void {
  const state = talk.state();
  const unread = unreadTotal(state);
  const talking = openConversation(state) !== undefined;
  const report = `${String(unread)} ${String(talking)}`;
  // Before the first connection there is nothing to say about conversations.
  if (report === told || state.connection.kind !== 'online') return;
  told = report;
  tellHost({ type: 'state', unread, talking });
}

let started = false;
async function begin(given: Bootstrap | null): Promise<void> {
  if (started) return;
  started = true;
  // Its own try: with the host page's policy out of the way this often succeeds where the loader could not.
  const bootstrap = given ?? (await loadBootstrap(location.origin, widgetKey).catch(() => DEFAULT_BOOTSTRAP));
  applyTheme(document.documentElement, bootstrap, dark);
  render(<Root initial={bootstrap} />, document.body);
  talk.subscribe(reportState);
  talk.begin();
}

document.documentElement.lang = spoken.locale;
applyStyle();
addEventListener('online', talk.wake);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') talk.wake();
});
if (framed) {
  addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== hostOrigin) return;
    const message = parseToApp(event.data);
    if (!message) return;
    page = message.page;
    shown = message.visible;
    if (message.type === 'start') {
      adopt(message.kept);
      void begin(message.bootstrap);
    } else {
      changeVisible?.(shown);
    }
  });
  tellHost({ type: 'loaded' });
} else {
  void begin(null);
}
