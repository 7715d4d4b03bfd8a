import { useTranslation } from 'react-i18next';
import { fullTime } from '../lib/time.ts';
import { ConflictDialog } from '../ui/ConflictDialog.tsx';
import { differences } from './json.ts';
import { startOf } from './model.ts';
import type { Conflict } from './useSectionEditor.ts';
import type { Describe } from './useWords.ts';

interface SectionConflictProps<Content> {
  conflict: Conflict<Content> | undefined;
  mine: Content;
  describe: Describe;
  busy: boolean;
  onKeepEditing: () => void;
  onTakeTheirs: () => void;
  onOverwrite: () => Promise<void>;
}

/** Somebody else saved while this form was open: what differs, field by field. */
export function SectionConflict<Content>(props: SectionConflictProps<Content>) {
  const { t } = useTranslation('section');
  const { conflict, mine, describe } = props;
  const view = conflict?.theirs.value;
  const theirs = view === undefined ? undefined : startOf(view);
  const who = view?.draft === undefined ? view?.publishedBy?.name : view.draftUpdatedBy?.name;
  const at = view?.draft === undefined ? view?.publishedAt : view.draftUpdatedAt;
  return (
    <ConflictDialog
      open={conflict !== undefined}
      rows={
        theirs === undefined
          ? []
          : differences(mine, theirs).map((difference) => ({
              label: describe.label(difference.pointer, [mine, theirs]),
              mine: describe.value(difference.pointer, difference.mine, [mine, theirs]),
              theirs: describe.value(difference.pointer, difference.theirs, [mine, theirs]),
            }))
      }
      note={at === undefined ? undefined : t('conflictBy', { who: who ?? t('somebody'), when: fullTime(at) })}
      busy={props.busy}
      onKeepEditing={props.onKeepEditing}
      onTakeTheirs={props.onTakeTheirs}
      onOverwrite={() => void props.onOverwrite()}
    />
  );
}
