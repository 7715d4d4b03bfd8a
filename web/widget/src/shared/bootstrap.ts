/** What a visitor may know of a tenant's widget settings: the public document of config-service. */
export interface Bootstrap {
  title: string;
  description: string;
  launcherLabel: string;
  greeting: string;
  headerColor: string;
  textColor: string;
  position: 'bottom-right' | 'bottom-left';
}

export const DEFAULT_BOOTSTRAP: Bootstrap = {
  title: '',
  description: '',
  launcherLabel: '',
  greeting: '',
  headerColor: '#1668dc',
  textColor: '#ffffff',
  position: 'bottom-right',
};

const COLOR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** Takes what is usable of a document from outside; the rest keeps its default. */
export function parseBootstrap(value: unknown): Bootstrap {
  const source: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const text = (name: keyof Bootstrap): string => {
    const found = source[name];
    return typeof found === 'string' ? found.trim() : '';
  };
  const color = (name: 'headerColor' | 'textColor'): string =>
    COLOR.test(text(name)) ? text(name) : DEFAULT_BOOTSTRAP[name];
  return {
    title: text('title'),
    description: text('description'),
    launcherLabel: text('launcherLabel'),
    greeting: text('greeting'),
    headerColor: color('headerColor'),
    textColor: color('textColor'),
    position: text('position') === 'bottom-left' ? 'bottom-left' : 'bottom-right',
  };
}

export class BootstrapMissing extends Error {}

/** Rejects with `BootstrapMissing` when the server knows no such widget. */
export async function loadBootstrap(origin: string, widgetKey: string): Promise<Bootstrap> {
  const url = `${origin}/api/config/v1/public/widgets/${encodeURIComponent(widgetKey)}`;
  const response = await fetch(url, { credentials: 'omit' });
  if (response.status === 404) throw new BootstrapMissing(widgetKey);
  if (!response.ok) throw new Error(`settings: HTTP ${String(response.status)}`);
  return parseBootstrap(await response.json());
}
