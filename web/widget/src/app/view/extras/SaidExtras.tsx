import type { Attachment, Author, ReplyTo } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../locale/language.ts';
import { cleanName } from '../../names.ts';
import { useTalkState } from '../useTalk.ts';
import type { Said } from '../useExtras.ts';
import { brief } from '../useExtras.ts';
import { PictureViewer } from './PictureViewer.tsx';
import { size, useTexts } from './texts.ts';

interface SaidProps {
  of: Said;
  title: string;
}

/** Addresses come from the server; anything else than a path of this origin is not followed. */
function safe(url: string): string {
  return /^\/(?!\/)/.test(url) ? url : '';
}

function Quote({ replyTo, title }: { replyTo: ReplyTo; title: string }): JSX.Element {
  const texts = useTexts();
  const { thread } = useTalkState();
  const { author, excerpt, sequence } = replyTo;
  const name = author.kind === 'visitor' ? texts.you : cleanName(author.name) || title;
  // As it stands now, where it is loaded: it may have been edited since.
  const held = thread?.messages.find((message) => message.sequence === sequence);
  const words = held ? brief(held) : excerpt;
  return (
    <blockquote class="quote">
      <bdi class="clip strong">{texts.answers(name)}</bdi>
      <span class="clip" dir="auto">
        {words || texts.deleted}
      </span>
    </blockquote>
  );
}

function Files({ files }: { files: Attachment[] }): JSX.Element {
  const texts = useTexts();
  const { locale } = useLanguage();
  const [viewed, setViewed] = useState<Attachment | null>(null);
  return (
    <div class="files">
      {files.map((file) => {
        const { id, name, mediaType, width, height, thumbnailUrl } = file;
        const url = safe(file.url);
        if (mediaType.startsWith('image/') && width && height) {
          return (
            <button
              key={id}
              type="button"
              class="picture"
              aria-label={texts.view(name)}
              onClick={() => {
                setViewed(file);
              }}
            >
              <img src={safe(thumbnailUrl ?? file.url)} alt="" width={width} height={height} loading="lazy" />
            </button>
          );
        }
        return (
          <div key={id} class="file">
            {mediaType.startsWith('audio/') && (
              <audio controls preload="none" src={url} aria-label={name}>
                <track kind="captions" />
              </audio>
            )}
            <a href={url} download={name}>
              <bdi>{name}</bdi> <small>{size(file.bytes, locale)}</small>
            </a>
          </div>
        );
      })}
      {viewed && (
        <PictureViewer
          name={viewed.name}
          url={safe(viewed.url)}
          onClose={() => {
            setViewed(null);
          }}
        />
      )}
    </div>
  );
}

/** What stands above the words. */
export function Above({ of, title }: SaidProps): JSX.Element {
  const texts = useTexts();
  return (
    <>
      {of.replyTo && <Quote replyTo={of.replyTo} title={title} />}
      {of.attachments && <Files files={of.attachments} />}
      {of.deletedAt && <p class="gone">{texts.deleted}</p>}
    </>
  );
}

/** What stands below them. */
export function Below({ of, title }: SaidProps): JSX.Element {
  const texts = useTexts();
  const named = ({ kind, name }: Author): string =>
    kind === 'visitor' ? texts.you : cleanName(name) || title;
  return (
    <>
      {of.reactions && (
        <ul class="reactions">
          {of.reactions.map(({ emoji, by }) => (
            <li key={emoji} role="img" aria-label={texts.reacted(emoji, by.map(named).join(', '))}>
              {emoji} {by.length > 1 && by.length}
            </li>
          ))}
        </ul>
      )}
      {of.editedAt && <p class="meta">{texts.edited}</p>}
    </>
  );
}
