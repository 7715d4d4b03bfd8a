import type { LinkKind } from './shell.ts';

const BUBBLE = 'M4 20l1-4a8 8 0 1 1 4 3Z';
export const HANDSET = 'M6 3h3l2 5-2 2a12 12 0 0 0 5 5l2-2 5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3Z';
export const WAVES = 'M14 3a7 7 0 0 1 7 7M14 7a3 3 0 0 1 3 3';

/** One line drawing of our own for each kind, on a 24×24 grid: signs, and nobody's mark. */
export const LINK_ICONS: Record<LinkKind, string> = {
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  facebook: 'M16 4h-1a4 4 0 0 0-4 4v13M8 12h7',
  zalo: `${BUBBLE}M9 9h6l-6 6h6`,
  skype: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M15 9c-1-2-6-2-6 0 0 3 6 2 6 5 0 3-6 3-6 1',
  messenger: `${BUBBLE}M8 14l3-3 2 2 3-3`,
  telegram: 'M21 4 3 11l6 3 2 6 3-4 4 3ZM9 14l6-5',
  whatsapp: `${BUBBLE}M10 8c-1 4 2 7 6 7l-1-2h-2l-2-2V9Z`,
  viber: HANDSET + WAVES,
  tiktok: 'M10 12a4 4 0 1 0 4 4V3c0 3 2 5 5 5',
  phone: HANDSET,
  email: 'M3 6h18v12H3ZM3 7l9 7 9-7',
};
