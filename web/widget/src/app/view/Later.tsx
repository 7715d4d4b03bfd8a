import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type LaterProps<P> = { load: () => Promise<{ default: ComponentType<P> }> } & P;

/** A part few visitors get to see: fetched when it is first shown, nothing until then. */
export function Later<P extends object>({ load, ...props }: LaterProps<P>): JSX.Element | null {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    load().then(
      (loaded) => {
        setPart(() => loaded.default);
      },
      // Without a connection: shown the next time.
      () => undefined,
    );
  }, [load]);
  return Part && <Part {...(props as unknown as P)} />;
}
