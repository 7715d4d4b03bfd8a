/** What the host page shows of the public widget document: launcher, popups, links and the window's frame. */
import { color, fields, list, media, number, oneOf, opens, text } from './read.ts';

const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Corner = (typeof CORNERS)[number];

export interface Place {
  corner: Corner;
  offsetX: number;
  offsetY: number;
}

export interface Popup {
  id: string;
  title: string;
  /** As the server normalised it. */
  path: string;
  content: string;
  delaySeconds: number;
  resend: boolean;
}

export const LINK_KINDS = [
  'link',
  'facebook',
  'zalo',
  'skype',
  'messenger',
  'telegram',
  'whatsapp',
  'viber',
  'tiktok',
  'phone',
  'email',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Links {
  layout: 'full' | 'collapsed';
  items: { kind: LinkKind; url: string; description: string }[];
}

export interface Picture {
  url: string;
  widthPixels: number;
  heightPixels: number;
  offsetX: number;
  offsetY: number;
}

export interface Shell {
  title: string;
  headerColor: string;
  textColor: string;
  widthPixels: number;
  heightPixels: number;
  /** The label of the start button; empty for a round one. */
  name: string;
  /** Undefined where the popup is text. */
  image: Picture | undefined;
  avatarUrl: string | undefined;
  content: string;
  buttonLabel: string;
  desktop: Place;
  phone: Place;
  popups: Popup[];
  fallback: { title: string; delaySeconds: number };
  links: Links;
}

const MOST_SECONDS = 86_400;

function place(value: unknown): Place {
  const source = fields(value);
  return {
    corner: oneOf(source['corner'], CORNERS),
    offsetX: number(source['offsetX'], 20, 0, 1000),
    offsetY: number(source['offsetY'], 20, 0, 1000),
  };
}

function picture(value: unknown): Picture | undefined {
  const source = fields(value);
  const url = media(source['url']);
  if (url === undefined) return undefined;
  return {
    url,
    widthPixels: number(source['widthPixels'], 160, 40, 600),
    heightPixels: number(source['heightPixels'], 160, 40, 600),
    offsetX: number(source['offsetX'], 0, -200, 200),
    offsetY: number(source['offsetY'], 0, -200, 200),
  };
}

export function parseLinks(value: unknown): Links {
  const source = fields(value);
  return {
    layout: oneOf(source['layout'], ['full', 'collapsed']),
    items: list(source['items'])
      .map((item) => ({
        kind: oneOf(item['kind'], LINK_KINDS),
        url: opens(item['url']),
        description: text(item['description']),
      }))
      .filter((item) => item.url !== '')
      .slice(0, 5),
  };
}

export function parsePopups(value: unknown): Popup[] {
  return list(value).map((popup) => ({
    id: text(popup['id']),
    title: text(popup['title']),
    path: text(popup['path']),
    content: text(popup['content']),
    delaySeconds: number(popup['delaySeconds'], 0, 0, MOST_SECONDS),
    resend: popup['resend'] === true,
  }));
}

export function parseShell(document: unknown): Shell {
  const source = fields(document);
  const launcher = fields(source['launcher']);
  const window = fields(source['window']);
  const fallback = fields(source['fallback']);
  return {
    title: text(window['title']),
    headerColor: color(window['headerColor'], '#1668dc'),
    textColor: color(window['textColor'], '#ffffff'),
    widthPixels: number(window['widthPixels'], 384, 280, 640),
    heightPixels: number(window['heightPixels'], 660, 360, 900),
    name: text(launcher['name']),
    image: launcher['kind'] === 'image' ? picture(launcher['image']) : undefined,
    avatarUrl: media(launcher['avatarUrl']),
    content: text(launcher['content']),
    buttonLabel: text(launcher['buttonLabel']),
    desktop: place(launcher['desktop']),
    phone: place(launcher['phone']),
    popups: parsePopups(source['popups']),
    fallback: {
      title: text(fallback['title']),
      delaySeconds: number(fallback['delaySeconds'], 0, 0, MOST_SECONDS),
    },
    links: parseLinks(source['links']),
  };
}
