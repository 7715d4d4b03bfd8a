import type { JSX } from 'preact';
import { linkify } from '../linkify.ts';

/** A message's words. Everything is text to the browser; only `linkify` makes links, and only to http and https. */
export function RichText({ text }: { text: string }): JSX.Element {
  return (
    <span class="text" dir="auto">
      {linkify(text).map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece.text}
          </a>
        ),
      )}
    </span>
  );
}
