import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedMessage } from '../../../shared/api/canned.ts';
import { useCannedMessages } from '../../../shared/api/canned.ts';
import { useMe } from '../../../shared/session/me.ts';
import { useDeskState } from '../model/DeskContext.ts';
import type { Asked } from './insertion.ts';
import { askedAt, filled, inScope, matching } from './insertion.ts';

/** As many as are shown at once; typing narrows the rest. */
const SHOWN = 50;

interface CannedMenuOptions {
  conversationId: string;
  text: string;
  caret: number;
  onInsert: (text: string, asked: Asked, mediaIds: readonly string[]) => void;
}

/** The list that `/` opens above the composer: what is in it, which one is marked, and its keys. */
export function useCannedMenu({ conversationId, text, caret, onInsert }: CannedMenuOptions) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const conversation = useDeskState((state) => state.conversations.get(conversationId));
  const asked = askedAt(text, caret);
  const messages = useCannedMessages(asked !== undefined);
  const [marked, setMarked] = useState({ search: '', index: 0 });
  const [dismissed, setDismissed] = useState<number>();

  // Closed with Escape it stays closed until another slash is typed.
  if (dismissed !== undefined && asked?.from !== dismissed) setDismissed(undefined);
  const usable = inScope(messages.data ?? [], conversation?.departmentId);
  const found = asked ? matching(usable, asked.search).slice(0, SHOWN) : [];
  const wanted = asked !== undefined && dismissed !== asked.from;
  // Once nothing matches, a slash was just a slash; a bare one says what could be here.
  const open = wanted && (found.length > 0 || asked.search === '');
  const index = asked && marked.search === asked.search ? Math.min(marked.index, found.length - 1) : 0;

  const insert = (message: CannedMessage | undefined) => {
    if (!message || !asked) return;
    const department = me.departments.find((one) => one.id === conversation?.departmentId);
    const names = {
      visitor: conversation?.visitor.name || t('canned.visitor'),
      agent: me.name,
      department: department?.name ?? me.tenant.name,
    };
    onInsert(filled(message.content, names), asked, message.mediaIds);
  };

  /** True when the key was the menu's. */
  const press = (event: KeyboardEvent): boolean => {
    if (!open || !asked || event.nativeEvent.isComposing) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (found.length === 0) return false;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setMarked({ search: asked.search, index: (index + step + found.length) % found.length });
        break;
      }
      case 'Enter':
      case 'Tab':
        if (found.length === 0 || event.shiftKey) return false;
        insert(found[index]);
        break;
      case 'Escape':
        setDismissed(asked.from);
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    open,
    found,
    index,
    press,
    insert,
    loading: messages.isPending,
    failed: messages.isError && messages.data === undefined,
    mark: (next: number) => {
      setMarked({ search: asked?.search ?? '', index: next });
    },
  };
}

export type CannedMenuState = ReturnType<typeof useCannedMenu>;
