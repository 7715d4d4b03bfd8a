import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { initial } from '../names.ts';
import { Icon } from './icons.tsx';

interface AvatarProps {
  /** Empty for the business itself: a sign stands for it. */
  name: string;
  url?: string | undefined;
}

/** A picture, else an initial, else a sign. Decorative: the name always stands beside it. */
export function Avatar({ name, url }: AvatarProps): JSX.Element {
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
        initial(name) || <Icon name="chat" />
      )}
    </span>
  );
}
