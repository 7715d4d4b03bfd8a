const BUBBLE = 'M4 4h16v12h-8l-5 4v-4H4Z';
const CIRCLE = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18';
const HANDSET = 'M6 3h3l2 5-2 2a12 12 0 0 0 5 5l2-2 5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3Z';

/** The preset icons as the widget draws them: lines on a 24×24 grid. */
export const ICONS = [
  { id: 'chat', path: BUBBLE },
  { id: 'chat-dots', path: `${BUBBLE}M8 10h.01M12 10h.01M16 10h.01` },
  {
    id: 'headset',
    path: 'M4 14v-2a8 8 0 0 1 16 0v2M4 13h3v6H5l-1-2ZM20 13h-3v6h2l1-2ZM19 19a4 3 0 0 1-4 2h-2',
  },
  { id: 'phone', path: HANDSET },
  { id: 'phone-wave', path: `${HANDSET}M14 3a7 7 0 0 1 7 7M14 7a3 3 0 0 1 3 3` },
  { id: 'video', path: 'M3 6h12v12H3ZM15 10l6-3v10l-6-3' },
  { id: 'camera', path: 'M3 7h4l2-3h6l2 3h4v13H3ZM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7' },
  { id: 'smile', path: `${CIRCLE}M8 14a4 4 0 0 0 8 0M9 9h.01M15 9h.01` },
  { id: 'help', path: `${CIRCLE}M9 9a3 3 0 1 1 4 3l-1 2M12 17h.01` },
  {
    id: 'lotus',
    path: 'M12 4c4 4 4 9 0 14-4-5-4-10 0-14ZM12 18c5 1 9-2 9-8-3 0-5 1-6 3M12 18c-5 1-9-2-9-8 3 0 5 1 6 3',
  },
] as const;
