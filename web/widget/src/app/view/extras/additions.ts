import type { Additions } from '@dakenh/socket';
import type { Intent } from '../../talk/state.ts';
import { brief } from '../useExtras.ts';
import type { Tray } from './tray.ts';

/** What goes with the message that is being sent. */
export function additions(tray: Tray | null, intent: Intent | null): Additions {
  const attachments = tray?.take() ?? [];
  const answered = intent?.replyTo;
  return {
    ...(attachments.length > 0 && { attachments }),
    ...(answered && {
      replyTo: {
        sequence: answered.sequence,
        author: answered.author,
        excerpt: brief(answered).slice(0, 120),
      },
    }),
  };
}
