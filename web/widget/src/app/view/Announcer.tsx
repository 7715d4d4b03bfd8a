import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import { currentSummary } from '../talk/state.ts';
import { brief } from './useExtras.ts';
import { useTalkState } from './useTalk.ts';

/** Reads what arrives to those who do not see it, and nothing of what was there when the window opened. */
export function Announcer({ title }: { title: string }): JSX.Element {
  const { texts } = useLanguage();
  const state = useTalkState();
  const [said, setSaid] = useState('');
  const heardRef = useRef({ conversation: '', sequence: 0, joined: 0, closed: false, deleted: 0 });
  const { thread } = state;
  const summary = currentSummary(state);
  const last = thread?.messages.at(-1);
  const closed = summary?.state === 'closed';

  useEffect(() => {
    const before = heardRef.current;
    const conversation = thread?.conversationId ?? '';
    // The latest stand last; of one who stands for all nobody is told.
    const joined = (summary?.agents ?? []).filter((agent) => agent.joinedAfter !== undefined);
    const sequence = last?.sequence ?? 0;
    const deleted = thread?.messages.filter((message) => message.deletedAt).length ?? 0;
    heardRef.current = { conversation, sequence, joined: joined.length, closed, deleted };
    if (before.conversation !== conversation || before.sequence === 0) return;
    const news: string[] = [];
    for (const agent of joined.slice(before.joined)) {
      news.push(texts.joined(cleanName(agent.name)));
    }
    for (const message of thread?.messages ?? []) {
      if (message.sequence <= before.sequence || message.author.kind === 'visitor') continue;
      news.push(`${cleanName(message.author.name) || title}: ${brief(message)}`);
    }
    if (closed && !before.closed) news.push(texts.ended);
    // What was taken back is not to be found here either.
    if (news.length > 0 || deleted !== before.deleted) setSaid(news.join('\n'));
  }, [thread, summary, last, closed, texts, title]);

  return (
    <div class="unseen" role="log" aria-live="polite">
      {said}
    </div>
  );
}
