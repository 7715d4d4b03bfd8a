import { HANDSET, WAVES } from '../../shared/linkIcons.ts';

const BUBBLE = 'M4 4h16v12h-8l-5 4v-4H4Z';
const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18';

/** The icons an owner may choose for a button, by their name in the document: line drawings on a 24×24 grid. */
export const PRESET_ICONS: Record<string, string> = {
  chat: BUBBLE,
  'chat-dots': `${BUBBLE}M8 10h.01M12 10h.01M16 10h.01`,
  headset: 'M4 14v-2a8 8 0 0 1 16 0v2M4 13h3v6H5l-1-2ZM20 13h-3v6h2l1-2ZM19 19a4 3 0 0 1-4 2h-2',
  phone: HANDSET,
  'phone-wave': HANDSET + WAVES,
  video: 'M3 6h12v12H3ZM15 10l6-3v10l-6-3',
  camera: 'M3 7h4l2-3h6l2 3h4v13H3ZM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  smile: `${CIRCLE}M8 14a4 4 0 0 0 8 0M9 9h.01M15 9h.01`,
  help: `${CIRCLE}M9 9a3 3 0 1 1 4 3l-1 2M12 17h.01`,
  lotus: 'M12 4c4 4 4 9 0 14-4-5-4-10 0-14ZM12 18c5 1 9-2 9-8-3 0-5 1-6 3M12 18c-5 1-9-2-9-8 3 0 5 1 6 3',
};
