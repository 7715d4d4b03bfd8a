/** The commands of the page's scripts, as `dakenh('open')` and as `dakenh.open()`. */
import { fields } from '../shared/read.ts';

export interface Commands {
  open: () => void;
  close: () => void;
  toggle: () => void;
  isOpen: () => boolean;
  identify: (value: Record<string, unknown>) => Promise<unknown>;
  setPageData: (value: Record<string, unknown>) => Promise<unknown>;
  reset: () => Promise<unknown>;
  on: (name: string, listener: (detail: Record<string, unknown>) => void) => () => void;
}

type Listener = (detail: Record<string, unknown>) => void;

function listenerOf(value: unknown): Listener {
  if (typeof value !== 'function') throw new Error('dakenh: on(name, listener) needs a function');
  return (detail) => {
    Reflect.apply(value, undefined, [detail]);
  };
}

/** A mistake of the page is told where its author looks, and never stops the page. */
function complain(error: unknown): void {
  reportError(error);
}

export function calls(commands: Commands) {
  const named = {
    open: commands.open,
    close: commands.close,
    toggle: commands.toggle,
    isOpen: commands.isOpen,
    identify: (value: unknown) => commands.identify(fields(value)),
    setPageData: (value: unknown) => commands.setPageData(fields(value)),
    reset: commands.reset,
    on: (name: unknown, listener: unknown) => commands.on(String(name), listenerOf(listener)),
  };
  type Name = keyof typeof named;
  const isName = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(named, name);

  function run([name, ...values]: unknown[]): unknown {
    if (!isName(name)) throw new Error(`dakenh: no command ${String(name)}`);
    switch (name) {
      case 'identify':
      case 'setPageData':
        return named[name](values[0]);
      case 'on':
        return named.on(values[0], values[1]);
      default:
        return named[name]();
    }
  }
  return { named, run, complain };
}
