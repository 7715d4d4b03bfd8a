import type { CallView } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Content } from '../../content.ts';
import { cleanName } from '../../names.ts';
import { Avatar } from '../Avatar.tsx';
import { useTalk, useTalkState } from '../useTalk.ts';
import type { CallsState } from './calls.ts';
import { callsOf } from './calls.ts';
import { Clock, useSecondsUntil } from './Clock.tsx';
import { Controls } from './Controls.tsx';
import { CallIcon } from './icons.tsx';
import { Other, Self } from './Pictures.tsx';
import { useCallTexts, wordFor } from './texts.ts';
import type { CallTexts } from './texts.ts';
import { useCalls } from './useCalls.ts';

function others(view: CallView | undefined): string {
  const names = view?.participants
    .filter((part) => part.kind === 'agent')
    .map((part) => cleanName(part.name));
  return names?.join(', ') ?? '';
}

/** What goes on, in one line. */
function status(texts: CallTexts, state: CallsState): string {
  const { view, wish, asking, refused, trouble, interrupted, here } = state;
  if (trouble?.kind === 'microphone') return texts.troubles[trouble.why];
  if (refused) return wordFor(texts.refused, refused);
  if (asking) return (wish?.media ?? view?.media) === 'video' ? texts.askingVideo : texts.asking;
  if (!view) return texts.ringing;
  if (view.state === 'ended') return texts.over[view.outcome ?? 'completed'];
  if (view.startedBy === 'agent' && !here && view.state === 'ringing') return texts.incoming(others(view));
  if (!here && view.state === 'connected') return texts.elsewhere;
  if (view.state === 'ringing') return texts.ringing;
  if (view.state === 'claimed') return texts.claimed;
  return interrupted ? texts.interrupted : '';
}

/** The call over the chat, or beside it once made small. */
export function CallLayer({ content }: { content: Content }): JSX.Element | null {
  const texts = useCallTexts();
  const talk = useTalk();
  const { calling } = useTalkState();
  const calls = callsOf(talk);
  const state = useCalls();
  /** The call that was made small; the next one begins large. */
  const [smallId, setSmallId] = useState<string>();
  const [speaker, setSpeaker] = useState<string>();
  const { view, wish, here, local, remotes, camera, trouble, refused, asking } = state;
  const running = view !== undefined && view.state !== 'ended';
  const waits =
    here && view?.startedBy === 'visitor' && (view.state === 'ringing' || view.state === 'claimed');
  const cutIn = useSecondsUntil(view?.cutAt, state.skewMilliseconds);

  useEffect(() => {
    if (calling && !('id' in calling)) calls.begin(calling);
  }, [calling, calls]);

  const { waitingSound } = content;
  useEffect(() => {
    if (waits) calls.music.play(waitingSound);
    else calls.music.stop();
  }, [calls, waits, waitingSound]);

  if (!view && !wish && !refused) return null;
  const media = view?.media ?? wish?.media ?? 'audio';
  const line = status(texts, state);
  const stuck = trouble?.kind === 'microphone' || refused !== '';
  const over = view?.state === 'ended' && !wish;
  const incoming = running && view.startedBy === 'agent' && view.state === 'ringing' && !here && !asking;
  const away = running && !here && !incoming && !asking && !stuck;
  const name = others(view) || content.title;
  if (running && smallId === view.id) {
    return (
      <div class="call-bar" data-testid="call-bar">
        <button
          type="button"
          class="call-restore"
          aria-label={texts.restore}
          onClick={() => {
            setSmallId(undefined);
          }}
        >
          <CallIcon name={media} />
          <span class="clip">{line || name}</span>
          <Clock view={view} skewMilliseconds={state.skewMilliseconds} />
        </button>
        {remotes.map((remote) => (
          <Other key={remote.seat} remote={remote} speaker={speaker} />
        ))}
        <button type="button" class="round call-red" aria-label={texts.hangUp} onClick={calls.hangUp}>
          <CallIcon name="hangUp" />
        </button>
      </div>
    );
  }
  return (
    <section
      class={`call-layer${remotes.some(({ part }) => part.camera) ? ' call-pictures' : ''}`}
      aria-label={texts.title[media]}
      data-testid="call"
      data-state={view?.state ?? 'wish'}
    >
      <header class="call-head">
        <h1 class="clip">{texts.title[media]}</h1>
        {running && here && (
          <button
            type="button"
            class="round"
            aria-label={texts.minimise}
            title={texts.minimise}
            onClick={() => {
              setSmallId(view.id);
            }}
          >
            <CallIcon name="shrink" />
          </button>
        )}
      </header>
      <div class="call-stage" data-count={remotes.length}>
        {remotes.map((remote) => (
          <Other key={remote.seat} remote={remote} speaker={speaker} />
        ))}
        {(remotes.length === 0 || !running) && (
          <div class={`call-face${waits ? ' call-pulse' : ''}`}>
            <Avatar name={others(view)} url={content.avatarUrl} />
            <p class="call-name" dir="auto">
              {name}
            </p>
          </div>
        )}
        {local && <Self stream={local} shown={camera} />}
      </div>
      <div class="call-line" role="status">
        {line && <p>{line}</p>}
        {over && view.reason !== undefined && <p>{wordFor(texts.reasons, view.reason)}</p>}
        {running && here && !line && <Clock view={view} skewMilliseconds={state.skewMilliseconds} />}
        {trouble?.kind === 'camera' && !stuck && <p>{texts.cameraTroubles[trouble.why]}</p>}
        {running && cutIn !== null && <p class="call-warning">{texts.cutSoon(cutIn)}</p>}
      </div>
      {state.silenced && waits && (
        <button type="button" class="primary" onClick={calls.music.unlock}>
          {texts.hear}
        </button>
      )}
      {running && here && <Controls view={view} speaker={speaker} onSpeaker={setSpeaker} />}
      {incoming && (
        <div class="call-choices">
          <button type="button" class="call-pill call-red" onClick={calls.decline}>
            {texts.decline}
          </button>
          <button
            type="button"
            class="call-pill call-green"
            data-testid="call-answer"
            onClick={() => {
              calls.music.unlock();
              calls.enter(view.media);
            }}
          >
            {texts.answer}
          </button>
        </div>
      )}
      {away && (
        <div class="call-choices">
          <button type="button" class="call-pill call-red" onClick={calls.hangUp}>
            {texts.hangUp}
          </button>
          <button
            type="button"
            class="call-pill call-green"
            onClick={() => {
              calls.enter(view.media);
            }}
          >
            {texts.goOn}
          </button>
        </div>
      )}
      {(asking || (wish && !stuck)) && !running && (
        <div class="call-choices">
          <button
            type="button"
            class="call-pill"
            onClick={() => {
              calls.dismiss(false);
            }}
          >
            {texts.close}
          </button>
        </div>
      )}
      {((over && !asking) || stuck) && (
        <div class="call-choices">
          <button
            type="button"
            class="call-pill"
            data-testid="call-close"
            onClick={() => {
              calls.dismiss(stuck);
            }}
          >
            {stuck && wish?.start ? texts.write : texts.close}
          </button>
          {refused !== 'minutes-exhausted' &&
            refused !== 'visitor-blocked' &&
            view?.outcome !== 'completed' && (
              <button
                type="button"
                class="call-pill call-green"
                onClick={() => {
                  calls.music.unlock();
                  if (running) calls.enter(media);
                  else calls.begin(wish ?? { media });
                }}
              >
                {stuck ? texts.retry : texts.again}
              </button>
            )}
        </div>
      )}
    </section>
  );
}
