import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Standing } from '../shared/bridge.ts';
import { parseToApp, post } from '../shared/bridge.ts';
import { loadDocument } from '../shared/document.ts';
import { chooseLocale } from '../shared/locale.ts';
import type { Fields } from '../shared/read.ts';
import { safeStorage } from '../shared/storage.ts';
import type { Content } from './content.ts';
import { parseContent } from './content.ts';
import { language, LanguageContext } from './locale/language.ts';
import { loadLanguage } from './locale/loadLanguage.ts';
import { createPresences } from './presences.ts';
import { createSessions } from './session.ts';
import { createMessageSound } from './sound.ts';
import { applyStyle } from './style.ts';
import { openConversation, unreadTotal } from './talk/state.ts';
import { createTalk } from './talk/talk.ts';
import { applyTheme } from './theme.ts';
import { App } from './view/App.tsx';
import { TalkContext } from './view/useTalk.ts';

const circumstances = new URLSearchParams(location.hash.slice(1));
const widgetKey = new URLSearchParams(location.search).get('key') ?? '';
const hostOrigin = circumstances.get('host') ?? '';
const dark = circumstances.get('theme') === 'dark';
const locale = chooseLocale(circumstances.get('locale'), navigator.language);
let spoken = language('vi');
const framed = window.parent !== window && hostOrigin !== '';

let standing: Standing = {
  page: { url: document.referrer, title: '', referrer: '' },
  visible: !framed,
  full: false,
  popupId: '',
};
let changeContent: ((content: Content) => void) | undefined;
let changeStanding: ((standing: Standing) => void) | undefined;

function tellHost(message: Parameters<typeof post>[2]): void {
  if (framed) post(window.parent, hostOrigin, message);
}

async function reloadSettings(version: number): Promise<void> {
  const document = await loadDocument(location.origin, widgetKey, version);
  changeContent?.(parseContent(document));
  tellHost({ type: 'settings', document });
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

const presences = createPresences(widgetKey);
const sound = createMessageSound((url) => new Audio(url));
const talk = createTalk({
  url: `${location.origin.replace(/^http/, 'ws')}/ws/visitor`,
  sessions: createSessions(widgetKey, visitorName, browser),
  storage: tab,
  outboxName,
  page: () => standing.page,
  onHeard: () => {
    sound.play();
    tellHost({ type: 'heard' });
  },
  onSettingsChanged: (version) => {
    // The next change, or the next page, brings them.
    reloadSettings(version).catch(() => undefined);
  },
});

function Root({ initial }: { initial: Content }): JSX.Element {
  const [content, setContent] = useState(initial);
  const [stands, setStands] = useState(standing);
  useEffect(() => {
    changeContent = setContent;
    changeStanding = setStands;
    setStands(standing);
  }, []);
  useEffect(() => {
    applyTheme(document.documentElement, content, dark);
    document.title = content.title || spoken.texts.windowTitle;
    sound.use(content.messageSound);
  }, [content]);
  const { visible } = stands;
  useEffect(() => {
    // Whoever looks at the window is to see it change.
    if (visible) talk.connect();
  }, [visible]);
  const onClose = framed
    ? (): void => {
        tellHost({ type: 'close' });
      }
    : null;
  return (
    <LanguageContext.Provider value={spoken}>
      <TalkContext.Provider value={talk}>
        <App
          content={content}
          memory={safeStorage('localStorage')}
          presences={presences}
          popupId={stands.popupId}
          full={stands.full}
          visible={visible}
          onClose={onClose}
        />
      </TalkContext.Provider>
    </LanguageContext.Provider>
  );
}

let told = '';
function reportState(): void {
  const state = talk.state();
  const unread = unreadTotal(state);
  const talking = openConversation(state) !== undefined;
  const report = `${unread} ${talking}`;
  // Before the first connection there is nothing to say about conversations.
  if (report === told || state.connection.kind !== 'online') return;
  told = report;
  tellHost({ type: 'state', unread, talking });
}

const reload = (): void => {
  location.reload();
};

let started = false;
async function begin(given: Fields | null): Promise<void> {
  if (started) return;
  started = true;
  const speaking = loadLanguage(locale);
  // Its own try: with the host page's policy out of the way this often succeeds where the loader could not.
  const content = parseContent(given ?? (await loadDocument(location.origin, widgetKey).catch(() => null)));
  spoken = await speaking;
  applyTheme(document.documentElement, content, dark);
  render(<Root initial={content} />, document.body);
  talk.subscribe(reportState);
  talk.begin();
}

document.documentElement.lang = locale;
applyStyle();
addEventListener('online', talk.wake);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') talk.wake();
});
if (framed) {
  addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== hostOrigin) return;
    const message = parseToApp(event.data);
    if (!message) {
      void import('./told.ts').then(({ heard }) =>
        heard(event.data, { hostOrigin, talk, browser, visitorName, tab, outboxName, reload }),
      );
      return;
    }
    const { page, visible, full, popupId } = message;
    const moved = page.url !== standing.page.url;
    standing = { page, visible, full, popupId };
    if (message.type === 'start') {
      adopt(message.kept);
      void begin(message.document);
    } else {
      changeStanding?.(standing);
      if (moved) talk.visited();
    }
  });
  tellHost({ type: 'loaded' });
} else {
  void begin(null);
}
