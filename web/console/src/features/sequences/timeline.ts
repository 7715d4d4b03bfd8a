import type { Contracts, Reads } from '@dakenh/api-client';
import { ProblemError } from '@dakenh/api-client';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { decoder, maybe } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { sectionPath } from '../../shared/section/contract.ts';
import type { Sequences } from './content.ts';
import { NAMES } from './content.ts';

export const EVENTS = ['agents-online', 'agents-offline', 'visitor-message', 'agent-reply', 'close'] as const;
export type EventKind = (typeof EVENTS)[number];

export interface TimelineEvent {
  atSeconds: number;
  kind: EventKind;
}

const step = v.object({
  atSeconds: v.number(),
  sequence: v.picklist(NAMES),
  kind: v.picklist(['armed', 'sent', 'cancelled']),
  index: maybe(v.number()),
  text: maybe(v.string()),
  reason: maybe(v.string()),
});

export type Step = Reads<Contracts['config']['Step'], v.InferOutput<typeof step>>;

const decodeSteps = decoder(v.object({ steps: v.array(step) }));

/** Situations an owner thinks in; each is where the events start from. */
export const STORIES = {
  unanswered: [{ atSeconds: 0, kind: 'agents-online' }],
  answered: [
    { atSeconds: 0, kind: 'agents-online' },
    { atSeconds: 90, kind: 'agent-reply' },
  ],
  offline: [{ atSeconds: 0, kind: 'agents-offline' }],
  back: [
    { atSeconds: 0, kind: 'agents-offline' },
    { atSeconds: 90, kind: 'agents-online' },
  ],
} as const satisfies Record<string, readonly TimelineEvent[]>;

export type Story = keyof typeof STORIES;
export const STORY_NAMES = Object.keys(STORIES) as Story[];

const PAUSE_MILLISECONDS = 300;

export interface Timeline {
  steps: readonly Step[];
  state: 'current' | 'invalid' | 'unreachable';
}

/** What would be sent, as the server plays it through for the form as it is now. */
export function useTimeline(content: Sequences, events: readonly TimelineEvent[]): Timeline | undefined {
  const http = useHttp();
  const [timeline, setTimeline] = useState<Timeline>();
  const question = JSON.stringify({ content, events });
  useEffect(() => {
    const asked = new AbortController();
    const ask = async () => {
      try {
        const { value } = await http.post(
          `${sectionPath('sequences')}/timeline`,
          JSON.parse(question),
          decodeSteps,
          { signal: asked.signal },
        );
        if (!asked.signal.aborted) setTimeline({ steps: value.steps, state: 'current' });
      } catch (error) {
        if (asked.signal.aborted) return;
        const refused = error instanceof ProblemError && error.problem.errors.length > 0;
        setTimeline((last) => ({ steps: last?.steps ?? [], state: refused ? 'invalid' : 'unreachable' }));
      }
    };
    const timer = window.setTimeout(() => void ask(), PAUSE_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      asked.abort();
    };
  }, [http, question]);
  return timeline;
}
