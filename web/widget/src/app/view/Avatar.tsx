import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { brandInitial, initial } from '../names.ts';

interface AvatarProps {
  name: string;
  url?: string | undefined;
  /** The name is a business's, not a person's. */
  brand?: boolean;
}

/** A picture, or the initial where there is none or it does not load. Decorative: the name always stands beside it. */
export function Avatar({ name, url, brand = false }: AvatarProps): JSX.Element {
  const [broken, setBroken] = useState(false);
  const usable = url !== undefined && /^(?:https?:\/\/|\/(?!\/))/i.test(url) && !broken;
  return (
    <span class="avatar" aria-hidden="true">
      {usable ? (
        <img
          src={url}
          alt=""
          referrerpolicy="no-referrer"
          onError={() => {
            setBroken(true);
          }}
        />
      ) : (
        (brand ? brandInitial : initial)(name)
      )}
    </span>
  );
}
