import type { JSX } from 'preact';
import { useLanguage } from '../../locale/language.ts';
import { Icon } from '../icons.tsx';
import { size, useTexts } from './texts.ts';
import type { Tray } from './tray.ts';

/** Files chosen for the next message: how far each is, what went wrong, and a way out. */
export function TrayView({ tray }: { tray: Tray }): JSX.Element | null {
  const texts = useTexts();
  const { locale } = useLanguage();
  const files = tray.files();
  if (files.length === 0) return null;
  return (
    <ul class="tray" aria-label={texts.files}>
      {files.map(({ id, file, state, share, code = 'other', again }) => (
        <li key={id} class={state}>
          <bdi class="clip">{file.name}</bdi>
          {state === 'uploading' && (
            <progress value={share} aria-label={texts.uploading(file.name)}>
              {Math.round(share * 100)} %
            </progress>
          )}
          {state === 'ready' && <small>{size(file.size, locale)}</small>}
          {state === 'failed' && (
            <span class="problem" role="alert">
              {Object.hasOwn(texts.faults, code)
                ? texts.faults[code as keyof typeof texts.faults]
                : texts.faults.other}
              {again && (
                <button
                  type="button"
                  onClick={() => {
                    tray.retry(id);
                  }}
                >
                  {texts.again}
                </button>
              )}
            </span>
          )}
          <button
            type="button"
            class="round"
            aria-label={texts.remove(file.name)}
            onClick={() => {
              tray.remove(id);
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
