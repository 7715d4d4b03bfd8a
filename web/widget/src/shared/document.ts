/** The public widget document of config-service. The host page and the app each read their own part of it. */
import type { Fields } from './read.ts';
import { fields } from './read.ts';

export class DocumentMissing extends Error {}

const RETRY_MILLISECONDS = 400;
const MOST_TRIES = 5;

async function load(origin: string, widgetKey: string): Promise<Fields> {
  const url = `${origin}/api/config/v1/public/widgets/${encodeURIComponent(widgetKey)}`;
  const response = await fetch(url, { credentials: 'omit' });
  if (response.status === 404) throw new DocumentMissing(widgetKey);
  if (!response.ok) throw new Error(`settings: HTTP ${response.status}`);
  return fields(await response.json());
}

/**
 * Rejects with `DocumentMissing` when the server knows no such widget.
 *
 * `version` is what was announced: a server that has not heard of it yet is asked again.
 */
export async function loadDocument(origin: string, widgetKey: string, version = 0): Promise<Fields> {
  for (let tries = 1; ; tries++) {
    const document = await load(origin, widgetKey);
    if (Number(document['version']) >= version || version === 0 || tries === MOST_TRIES) return document;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}
