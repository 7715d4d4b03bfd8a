/** The part of the preview inside the window: the chat's own screens over a made-up conversation. */
import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { parseContent } from '../app/content.ts';
import { en } from '../app/locale/en.ts';
import { language, LanguageContext } from '../app/locale/language.ts';
import { vi } from '../app/locale/vi.ts';
import { applyStyle } from '../app/style.ts';
import { applyTheme } from '../app/theme.ts';
import { App } from '../app/view/App.tsx';
import { TalkContext } from '../app/view/useTalk.ts';
import { chooseLocale } from '../shared/locale.ts';
import { fields, text } from '../shared/read.ts';
import type { Show } from './messages.ts';
import { onShow, tell } from './messages.ts';
import { createPreviewTalk } from './talk.ts';

export function startApp(): void {
  applyStyle();
  const locale = chooseLocale(new URLSearchParams(location.search).get('locale'));
  const spoken = language(locale, locale === 'en' ? en : vi);
  document.documentElement.lang = locale;
  const talk = createPreviewTalk(locale);
  let screen = '';

  function Preview({ show }: { show: Show }): JSX.Element {
    const content = parseContent(show.bootstrap);
    useEffect(() => {
      applyTheme(document.documentElement, content, false);
    });
    return (
      <LanguageContext.Provider value={spoken}>
        <TalkContext.Provider value={talk}>
          <App
            content={content}
            memory={null}
            presences={null}
            popupId=""
            full={show.device === 'phone'}
            // Not taken for visible: the cursor stays in the form that is being previewed.
            visible={false}
            onClose={() => undefined}
          />
        </TalkContext.Provider>
      </LanguageContext.Provider>
    );
  }

  onShow((show) => {
    const { departments } = parseContent(show.bootstrap);
    const represented = fields(show.bootstrap['window'])['representative'] === true;
    talk.represent(represented ? (departments[0]?.name ?? text(show.bootstrap['businessName'])) : '');
    if (screen !== show.screen) talk.show(show.screen === 'chat' ? 'thread' : 'start');
    screen = show.screen;
    render(<Preview show={show} />, document.body);
  });
  tell(window.parent, { type: 'ready' });
}
