import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useDesk } from '../model/DeskContext.ts';
import { toDesk } from '../routes.ts';
import { LABELS_KEY } from './labels.ts';
import { newlyHeard } from './news.ts';
import { notify } from './notify.ts';

const MESSAGE_SECONDS = 6;
const MENTION_SECONDS = 12;

/**
 * Messages of conversations that are not on screen, as notices that fade; mentions; and notifications of the desktop
 * while another window is. Stays on every page. Offers have notices of their own, which stay.
 */
export function DeskNews() {
  const { t, i18n } = useTranslation('care');
  const desk = useDesk();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { notification } = App.useApp();

  // A notice keeps the words it was opened with, so none outlives a change of language.
  useEffect(
    () => () => {
      notification.destroy();
    },
    [notification, i18n.language],
  );

  useEffect(() => {
    let held = desk.getState();
    const show = (
      key: string,
      title: string,
      description: string,
      seconds: number,
      conversationId: string,
    ) => {
      const open = () => {
        notification.destroy(key);
        void navigate(toDesk('all', conversationId));
      };
      notify(title, description, conversationId, open);
      if (pathname === toDesk(undefined, conversationId) && document.visibilityState === 'visible') return;
      notification.open({ key, title, description, duration: seconds, placement: 'topRight', onClick: open });
    };
    const stops = [
      desk.subscribe(() => {
        const before = held;
        held = desk.getState();
        for (const { id, visitor, lastMessage } of newlyHeard(before, held)) {
          const title = t('list.messageFrom', { name: visitor.name });
          show(`message:${id}`, title, lastMessage?.text ?? '', MESSAGE_SECONDS, id);
        }
        const known = new Set(before.offers.map((offer) => offer.id));
        for (const offer of held.offers) {
          if (known.has(offer.id)) continue;
          const title = t('list.offerFrom', { name: offer.visitorName });
          notify(title, offer.preview, `offer:${offer.id}`, () => void navigate(toDesk('waiting')));
        }
      }),
      desk.onMention((mention) => {
        const title = t('mention.notice', { name: mention.by.name });
        const text = t('mention.about', { visitor: mention.visitorName, text: mention.text });
        show(`mention:${mention.noteId}`, title, text, MENTION_SECONDS, mention.conversationId);
        void client.invalidateQueries({ queryKey: ['desk', 'conversations', 'mentions'] });
      }),
      desk.onSettings((section) => {
        if (section === 'labels') void client.invalidateQueries({ queryKey: LABELS_KEY });
      }),
      desk.onReady(() => void client.invalidateQueries({ queryKey: LABELS_KEY })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [desk, client, navigate, notification, pathname, t]);
  return null;
}
