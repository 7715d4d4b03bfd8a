import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Field } from '../../shared/section/fields/Field.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import type { Switches } from './api.ts';
import type { Display } from './content.ts';
import { DISPLAYS, functionOf, FUNCTIONS } from './content.ts';
import styles from './interaction.module.css';

/** The page that switches functions on; a feature does not import another one's routes. */
const CHAT_WINDOW = '/settings/window';

interface DisplayFieldProps {
  value: Display;
  switches: Switches | undefined;
  onChange: (display: Display) => void;
}

export function DisplayField({ value, switches, onChange }: DisplayFieldProps) {
  const { t } = useTranslation('interaction');
  const isOff = (display: Display) => {
    const needed = functionOf(display);
    return needed !== undefined && switches?.[needed] === false;
  };
  const off = FUNCTIONS.filter((name) => switches?.[name] === false);
  return (
    <FormCard title={t('display')} help={t('displayHelp')}>
      <Field at="/display" label={t('display')} hideLabel group>
        {({ disabled }) => (
          <Radio.Group
            className={styles['displays'] ?? ''}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = DISPLAYS.find((display) => display === event.target.value);
              if (chosen !== undefined) onChange(chosen);
            }}
          >
            {DISPLAYS.map((display) => (
              <Radio
                key={display}
                value={display}
                disabled={disabled || isOff(display)}
                className={styles['display'] ?? ''}
              >
                <Sketch display={display} />
                <span>{t(`displays.${display}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      {off.length === 0 ? null : (
        <div className={styles['off']} role="note">
          {off.map((name) => (
            <p key={name}>{t(`off.${name}`)}</p>
          ))}
          <Link to={CHAT_WINDOW}>{t('turnOn')}</Link>
        </div>
      )}
    </FormCard>
  );
}

/** The option as a picture: which bars there are, and which is the large one. */
function Sketch({ display }: { display: Display }) {
  const name = functionOf(display);
  const large = name !== undefined && display.startsWith('highlight-');
  const shown = display.startsWith('only-') ? FUNCTIONS.filter((one) => one === name) : FUNCTIONS;
  const small = shown.filter((one) => !large || one !== name);
  return (
    <span className={styles['sketch']} aria-hidden="true">
      {large ? <i data-function={name} data-large="true" /> : null}
      <span>
        {small.map((one) => (
          <i key={one} data-function={one} />
        ))}
      </span>
    </span>
  );
}
