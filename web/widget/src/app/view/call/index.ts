import { addStyle } from '../../style.ts';
import css from './call.css?inline';
import { unlockAudio } from './music.ts';

export { CallPart as default } from './CallPart.tsx';

addStyle(css);

// The tap that begins a call lets the page be heard; some browsers take it only from within the tap.
document.addEventListener(
  'click',
  ({ target }) => {
    if (target instanceof Element && target.closest('[data-function]')) unlockAudio();
  },
  true,
);
