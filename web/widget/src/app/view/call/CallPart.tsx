import type { JSX } from 'preact';
import type { Content } from '../../content.ts';
import { CallLayer } from './CallLayer.tsx';
import { CallsOff, HeadCalls } from './HeadCalls.tsx';

/** The call itself, the ways to it in the head of a conversation, or why there is none. */
export function CallPart({ content, part }: { content: Content; part?: 'head' | 'off' }): JSX.Element {
  if (part === 'head') return <HeadCalls content={content} />;
  return part === 'off' ? <CallsOff /> : <CallLayer content={content} />;
}
