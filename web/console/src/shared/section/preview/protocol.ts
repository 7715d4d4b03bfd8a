import * as v from 'valibot';

/** Messages between the console and the preview page, as docs/configuration.md names them. */
const MARK = 'dakenh.preview.v1';

export const DEVICES = ['desktop', 'phone'] as const;
export const SCREENS = ['launcher', 'start', 'chat'] as const;
export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

export type Device = (typeof DEVICES)[number];
export type Screen = (typeof SCREENS)[number];
export type Corner = (typeof CORNERS)[number];

export interface Show {
  bootstrap: unknown;
  device: Device;
  screen: Screen;
}

const incoming = v.variant('type', [
  v.object({ mark: v.literal(MARK), type: v.literal('ready') }),
  v.object({
    mark: v.literal(MARK),
    type: v.literal('moved'),
    device: v.picklist(DEVICES),
    corner: v.picklist(CORNERS),
    offsetX: v.pipe(v.number(), v.transform(Math.round)),
    offsetY: v.pipe(v.number(), v.transform(Math.round)),
    done: v.optional(v.boolean(), false),
  }),
]);

export type PreviewMessage = v.InferOutput<typeof incoming>;
export type Moved = Extract<PreviewMessage, { type: 'moved' }>;

/** What the frame said, or undefined for anything that is not the preview speaking to us. */
export function heard(
  event: Pick<MessageEvent<unknown>, 'origin' | 'source' | 'data'>,
  frame: Window | null | undefined,
  origin: string,
): PreviewMessage | undefined {
  if (event.origin !== origin || !frame || event.source !== frame) return undefined;
  const message = v.safeParse(incoming, event.data);
  return message.success ? message.output : undefined;
}

export function show(frame: Window, what: Show, origin: string): void {
  frame.postMessage({ mark: MARK, type: 'show', ...what }, origin);
}
