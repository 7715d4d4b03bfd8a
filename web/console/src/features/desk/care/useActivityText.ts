import type { Note } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../shared/lib/time.ts';
import { careVi } from './locale.ts';

type Key = keyof typeof careVi.activity;

function isKey(kind: string): kind is Key {
  return Object.hasOwn(careVi.activity, kind);
}

/** Which sentence says it; several kinds differ by who did it. */
export function activityKey(note: Note): Key {
  const { activity, author } = note;
  const kind = activity?.kind ?? 'other';
  if (kind === 'transferred') {
    return activity?.agent ? 'transferredToAgent' : 'transferredToDepartment';
  }
  if (kind === 'blocked' && activity?.until !== undefined) return 'blockedUntil';
  if (author.kind === 'visitor' && kind === 'closed') return 'closedByVisitor';
  if (author.kind === 'visitor' && kind === 'reopened') return 'reopenedByVisitor';
  if (author.kind === 'visitor' && kind === 'woke') return 'wokeByVisitor';
  if (author.kind === 'system' && kind === 'woke') return 'wokeBySystem';
  return isKey(kind) ? kind : 'other';
}

export function useActivityText(): (note: Note) => string {
  const { t } = useTranslation('care');
  return (note) =>
    t(`activity.${activityKey(note)}`, {
      name: note.author.name,
      agent: note.activity?.agent?.name ?? '',
      department: note.activity?.department?.name ?? '',
      label: note.activity?.label?.name ?? '',
      until: note.activity?.until === undefined ? '' : fullTime(note.activity.until),
      score: note.activity?.score ?? 0,
    });
}
