import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import { currentSummary } from '../talk/state.ts';
import { useTalkState } from './useTalk.ts';

/** Reads what arrives to those who do not see it, and nothing of what was there when the window opened. */
export function Announcer({ title, unnamed }: { title: string; unnamed: boolean }): JSX.Element {
  const { texts } = useLanguage();
  const state = useTalkState();
  const [said, setSaid] = useState('');
  const heardRef = useRef({ conversation: '', sequence: 0, joined: 0, closed: false });
  const { thread } = state;
  const summary = currentSummary(state);
  const last = thread?.messages.at(-1);
  const closed = summary?.state === 'closed';

  useEffect(() => {
    const before = heardRef.current;
    const conversation = thread?.conversationId ?? '';
    const joined = thread?.joined ?? [];
    const sequence = last?.sequence ?? 0;
    heardRef.current = { conversation, sequence, joined: joined.length, closed };
    if (before.conversation !== conversation || before.sequence === 0) return;
    const news: string[] = [];
    for (const agent of unnamed ? [] : joined.slice(before.joined)) {
      news.push(texts.joined(cleanName(agent.name)));
    }
    for (const message of thread?.messages ?? []) {
      if (message.sequence <= before.sequence || message.author.kind === 'visitor') continue;
      const { kind, name } = message.author;
      const spoken = unnamed && kind === 'agent' ? '' : cleanName(name);
      news.push(`${spoken || title}: ${message.text}`);
    }
    if (closed && !before.closed) news.push(texts.ended);
    if (news.length > 0) setSaid(news.join('\n'));
  }, [thread, last, closed, texts, title, unnamed]);

  return (
    <div class="unseen" role="log" aria-live="polite">
      {said}
    </div>
  );
}
