import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readableOn } from '../../shared/color.ts';
import type { ActionButton } from '../content.ts';
import { useLanguage } from '../locale/language.ts';
import { Icon } from './icons.tsx';
import { Picture } from './Picture.tsx';
import { PRESET_ICONS } from './presetIcons.ts';

interface ActionButtonsProps {
  buttons: ActionButton[];
  /** No calls can be made. */
  off: boolean;
  onPress: (pressed: ActionButton['function']) => void;
}

function Face({ button, name }: { button: ActionButton; name: string }): JSX.Element {
  const path = PRESET_ICONS[button.icon];
  return (
    <>
      <Picture url={button.iconUrl} />
      {button.iconUrl === undefined && path !== undefined && (
        <svg class="preset" viewBox="0 0 24 24" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      <span class="act-label" dir="auto">
        {name}
      </span>
    </>
  );
}

function Action({
  button,
  off,
  onPress,
}: {
  button: ActionButton;
  off: boolean;
  onPress: ActionButtonsProps['onPress'];
}): JSX.Element {
  const { texts } = useLanguage();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const name = button.label || texts.functions[button.function];
  const { background, color, labelColor } = button;

  // By script rather than by attribute: the policy of this page allows no inline style.
  useEffect(() => {
    const style = buttonRef.current?.style;
    style?.setProperty('--act', background);
    style?.setProperty('--act-label', readableOn(background, labelColor));
    style?.setProperty('--act-icon', color);
  }, [background, color, labelColor]);

  const face = <Face button={button} name={name} />;
  return (
    <button
      ref={buttonRef}
      type="button"
      class={`act${button.imageUrl === undefined ? '' : ' act-image'}${button.highlighted ? ' highlighted' : ''}`}
      data-function={button.function}
      disabled={off && button.function !== 'chat'}
      onClick={() => {
        onPress(button.function);
      }}
    >
      <Picture url={button.imageUrl} alt={name} instead={face} />
    </button>
  );
}

/** The ways to begin, as the tenant dressed them: side by side, or one above the others. */
export function ActionButtons({ buttons, off, onPress }: ActionButtonsProps): JSX.Element {
  const { texts } = useLanguage();
  if (buttons.length === 0) {
    return (
      <button
        type="button"
        class="primary"
        data-function="chat"
        onClick={() => {
          onPress('chat');
        }}
      >
        {texts.functions.chat}
        <Icon name="send" />
      </button>
    );
  }
  const first = buttons.filter(({ highlighted }) => highlighted);
  const others = buttons.filter(({ highlighted }) => !highlighted);
  return (
    <div class="acts">
      {[first, others].map(
        (row, index) =>
          row.length > 0 && (
            <div key={index} class="acts-row">
              {row.map((button) => (
                <Action key={button.function} button={button} off={off} onPress={onPress} />
              ))}
            </div>
          ),
      )}
    </div>
  );
}
