import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Choosable } from '../content.ts';
import { useLanguage } from '../locale/language.ts';
import type { Presences } from '../presences.ts';
import { cleanName } from '../names.ts';
import { Avatar } from './Avatar.tsx';

interface ChooserProps {
  title: string;
  name: string;
  among: Choosable[];
  value: string;
  /** Of agents; departments have none. */
  presences: Presences | null;
  fault: string | undefined;
  onChoose: (id: string) => void;
}

/** One of several departments or agents. */
export function Chooser(props: ChooserProps): JSX.Element {
  const { title, name, among, value, presences, fault, onChoose } = props;
  const { texts } = useLanguage();
  // People go by their last word, departments by their first.
  const nameOf = (one: Choosable): string =>
    name === 'agent' ? one.name : (one.name.trim().split(/\s+/)[0] ?? '');
  const [states, setStates] = useState<Awaited<ReturnType<Presences>>>(null);

  useEffect(() => {
    let wanted = true;
    presences?.().then(
      (found) => {
        if (wanted) setStates(found);
      },
      // Without an answer everyone is shown alike: the server finds whoever is there.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [presences, among]);

  return (
    <fieldset class="chooser" aria-invalid={fault !== undefined}>
      <legend class="label">{title}</legend>
      <div class="choices">
        {among.map((one) => {
          const state = states?.[one.id] ?? 'offline';
          return (
            <label key={one.id} class="choice">
              <input
                type="radio"
                name={name}
                value={one.id}
                checked={value === one.id || among.length === 1}
                onChange={() => {
                  onChoose(one.id);
                }}
              />
              <Avatar name={nameOf(one)} url={one.pictureUrl} />
              <span class="choice-name">
                <bdi>{cleanName(one.name)}</bdi>
                {states && <span class={`presence ${state}`}>{texts.presence[state]}</span>}
              </span>
            </label>
          );
        })}
      </div>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
