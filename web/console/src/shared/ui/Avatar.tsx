import { useState } from 'react';
import styles from './ui.module.css';

/** Hues on which white initials reach AA. */
const HUES = ['#0f766e', '#b45309', '#6d28d9', '#be123c', '#1d4ed8', '#4d7c0f', '#a21caf', '#0e7490'];

function hueOf(id: string): string {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return HUES[hash % HUES.length] ?? '#0f766e';
}

/** A Vietnamese given name comes last, so its letter leads. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const last = words.at(-1);
  if (last === undefined) return '?';
  const first = words.length > 1 ? (words[0] ?? '') : '';
  const letter = (word: string) => [...word][0]?.toLocaleUpperCase('vi') ?? '';
  return letter(first) + letter(last);
}

interface AvatarProps {
  id: string;
  name: string;
  url?: string | undefined;
  size?: number;
}

/** Decorative: the name always stands beside it. */
export function Avatar({ id, name, url, size = 36 }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  const shown = url !== undefined && url !== broken;
  return (
    <span
      className={styles['avatar']}
      style={{ width: size, height: size, fontSize: size * 0.38, background: hueOf(id) }}
      aria-hidden="true"
    >
      {shown ? (
        <img
          src={url}
          alt=""
          onError={() => {
            setBroken(url);
          }}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

export function PresenceDot({ state }: { state: string }) {
  return <span className={styles['dot']} data-state={state} aria-hidden="true" />;
}
