import { addStyle } from '../../style.ts';
import css from './extras.css?inline';

export { EmojiPicker } from './EmojiPicker.tsx';
export { Above, Below } from './SaidExtras.tsx';
export { IntentView } from './IntentView.tsx';
export { MessageMenu } from './MessageMenu.tsx';
export { additions } from './additions.ts';
export { TrayView } from './TrayView.tsx';
export { trayOf } from './tray.ts';

addStyle(css);
