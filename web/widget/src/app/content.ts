/** What the chat itself shows of the public widget document. */
import { color, fields, list, media, number, oneOf, opens, text } from '../shared/read.ts';
import type { Links, Popup } from '../shared/shell.ts';
import { parseLinks, parsePopups } from '../shared/shell.ts';

export type FieldKind = 'text' | 'multiline' | 'number' | 'choice';

/** One thing visitors are asked before a conversation. */
export interface Field {
  /** `name`, `phone`, `email`, `content`, or one of the tenant's own. */
  key: string;
  label: string;
  kind: FieldKind;
  choices: string[];
  required: boolean;
}

export const FUNCTIONS = ['chat', 'audio', 'video'] as const;

export interface ActionButton {
  function: (typeof FUNCTIONS)[number];
  highlighted: boolean;
  label: string;
  labelColor: string;
  background: string;
  color: string;
  icon: string;
  iconUrl: string | undefined;
  imageUrl: string | undefined;
}

export interface Choosable {
  id: string;
  name: string;
  pictureUrl: string | undefined;
  /** Of an agent: where the conversation goes while the agent is away. */
  departmentId: string | undefined;
}

export interface SignaturePart {
  text: string;
  /** Empty for plain text. */
  link: string;
}

export interface Sound {
  url: string;
  volume: number;
}

export interface Content {
  title: string;
  description: string;
  headerColor: string;
  textColor: string;
  avatarUrl: string | undefined;
  fields: Field[];
  startMode: 'none' | 'department' | 'agent';
  signature: { imageUrl: string | undefined; parts: SignaturePart[] } | undefined;
  /** Empty: the one button that is always there. */
  buttons: ActionButton[];
  /** One of them is a call. */
  calls: boolean;
  links: Links;
  popups: Popup[];
  messageSound: Sound | undefined;
  /** Heard until somebody joins a call. */
  waitingSound: Sound | undefined;
  departments: Choosable[];
  agents: Choosable[];
  /** Said while nobody is online; empty where visitors write all the same. */
  offline: string;
}

/** What is asked where nothing was loaded. */
const PLAIN_FIELDS: unknown = [{ key: 'name' }, { key: 'content', kind: 'multiline', required: true }];

function field(source: Record<string, unknown>): Field {
  const key = text(source['key']);
  const kind = oneOf<FieldKind>(source['kind'], ['text', 'multiline', 'number', 'choice']);
  const choices = Array.isArray(source['choices']) ? source['choices'].map(text).filter(Boolean) : [];
  return {
    key,
    label: text(source['label']),
    kind: key === 'content' ? 'multiline' : kind,
    choices,
    required: source['required'] === true,
  };
}

function actionButton(source: Record<string, unknown>): ActionButton {
  const label = text(source['label']);
  return {
    function: oneOf(source['function'], FUNCTIONS),
    highlighted: source['highlighted'] === true,
    label,
    labelColor: color(source['labelColor'], '#ffffff'),
    background: color(source['background'], '#1668dc'),
    color: color(source['color'], color(source['labelColor'], '#ffffff')),
    icon: text(source['icon']),
    iconUrl: media(source['iconUrl']),
    imageUrl: media(source['imageUrl']),
  };
}

function choosable(source: Record<string, unknown>): Choosable {
  return {
    id: text(source['id']),
    name: text(source['name']),
    pictureUrl: media(source['pictureUrl'] ?? source['avatarUrl']),
    departmentId: text(source['departmentId']) || undefined,
  };
}

function named({ id, name }: Choosable): boolean {
  return id !== '' && name !== '';
}

/** A link that is not one of the web leaves its words as plain text. */
export function parseSignature(value: unknown): Content['signature'] {
  const source = fields(value);
  const imageUrl = media(source['imageUrl']);
  const parts = list(source['parts'])
    .map((part) => ({
      text: typeof part['text'] === 'string' ? part['text'] : '',
      link: /^https?:/i.test(opens(part['link'])) ? opens(part['link']) : '',
    }))
    .filter((part) => part.text !== '');
  return imageUrl !== undefined || parts.length > 0 ? { imageUrl, parts } : undefined;
}

function sound(value: unknown): Sound | undefined {
  const source = fields(value);
  const url = media(source['url']);
  return url === undefined ? undefined : { url, volume: number(source['volume'], 80, 0, 100) / 100 };
}

export function parseContent(document: unknown): Content {
  const source = fields(document);
  const window = fields(source['window']);
  const sounds = fields(source['sounds']);
  const asked = Array.isArray(window['fields']) ? window['fields'] : PLAIN_FIELDS;
  const departments = list(source['departments']).map(choosable).filter(named);
  const agents = list(source['agents']).map(choosable).filter(named);
  const startMode = oneOf(window['startMode'], ['none', 'department', 'agent']);
  const buttons = list(source['buttons']).map(actionButton);
  const offered = { none: 0, department: departments.length, agent: agents.length };
  return {
    title: text(window['title']),
    description: text(window['description']),
    headerColor: color(window['headerColor'], '#1668dc'),
    textColor: color(window['textColor'], '#ffffff'),
    avatarUrl: media(fields(source['launcher'])['avatarUrl']),
    fields: list(asked)
      .map(field)
      .filter(({ key, kind, choices }) => key !== '' && (kind !== 'choice' || choices.length > 0)),
    // Nobody to choose from is nothing to ask.
    startMode: offered[startMode] > 0 ? startMode : 'none',
    signature: parseSignature(window['signature']),
    buttons,
    calls: buttons.some((button) => button.function !== 'chat'),
    links: parseLinks(source['links']),
    popups: parsePopups(source['popups']),
    messageSound: sound(sounds['message']),
    waitingSound: sound(sounds['waiting']),
    departments,
    agents,
    offline: text(fields(source['offline'])['text']),
  };
}
