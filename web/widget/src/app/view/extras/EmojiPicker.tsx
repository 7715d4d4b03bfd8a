import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../../locale/language.ts';

const EMOJI = [
  ...'😀😄😂🤣😊😍🥰😘😉😎🤔😅😢😭😡😱🥳🤗😴🙄👍👎👏🙏🤝💪👋👌🎉🎁🌸🌹',
  ...['❤️', '💛', '💔', '🔥', '⭐', '✅', '❌', '📞', '🚚', '💰', '☕', '🍀'],
];
const COLUMNS = 8;

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** A grid with one tab stop; the arrow keys walk it. */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps): JSX.Element {
  const { texts } = useLanguage();
  const gridRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    gridRef.current?.querySelector('button')?.focus();
  }, []);

  function walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
      return;
    }
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: COLUMNS,
      ArrowUp: -COLUMNS,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(gridRef.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  }

  return (
    <div class="emoji" role="toolbar" aria-label={texts.emoji} ref={gridRef} onKeyDown={walk}>
      {EMOJI.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => {
            onPick(emoji);
          }}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
