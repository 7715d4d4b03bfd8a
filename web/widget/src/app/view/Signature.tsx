import type { JSX } from 'preact';
import type { Content } from '../content.ts';
import { Picture } from './Picture.tsx';

/** The tenant's signature: a picture and words, of which some are links. All of it is text to the browser. */
export function Signature({ signature }: { signature: Content['signature'] }): JSX.Element | null {
  if (!signature) return null;
  return (
    <div class="signature">
      <Picture url={signature.imageUrl} />
      {signature.parts.length > 0 && (
        <p dir="auto">
          {signature.parts.map((part, index) =>
            part.link ? (
              <a key={index} href={part.link} target="_blank" rel="noopener noreferrer">
                {part.text}
              </a>
            ) : (
              part.text
            ),
          )}
        </p>
      )}
    </div>
  );
}
