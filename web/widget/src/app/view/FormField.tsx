import type { JSX } from 'preact';
import type { Field } from '../content.ts';
import { longest } from '../form.ts';
import { useLanguage } from '../locale/language.ts';
import { submitsOnEnter } from './keys.ts';

interface FormFieldProps {
  field: Field;
  value: string;
  fault: string | undefined;
  /** Whether the cursor stands here first. */
  first: boolean;
  onInput: (value: string) => void;
  onSubmit: (event: Event) => void;
}

const INPUTS = {
  name: { type: 'text', autocomplete: 'name', inputmode: 'text' },
  phone: { type: 'tel', autocomplete: 'tel', inputmode: 'tel' },
  email: { type: 'email', autocomplete: 'email', inputmode: 'email' },
} as const;

function known<T extends object>(names: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(names, key) ? names[key as keyof T] : undefined;
}

export function useFieldLabel(): (field: Field) => string {
  const { texts } = useLanguage();
  return ({ key, label }) => label || (known(texts.fields, key)?.label ?? key);
}

export function FormField({ field, value, fault, first, onInput, onSubmit }: FormFieldProps): JSX.Element {
  const { texts } = useLanguage();
  const label = useFieldLabel()(field);
  const placeholder = known(texts.fields, field.key)?.placeholder ?? '';
  const faultId = `fault-${field.key}`;
  const shared = {
    value,
    required: field.required,
    'aria-invalid': fault !== undefined,
    ...(fault === undefined ? {} : { 'aria-describedby': faultId }),
    ...(first ? { 'data-autofocus': true } : {}),
  };

  function control(): JSX.Element {
    if (field.kind === 'choice') {
      return (
        <select
          {...shared}
          onChange={(event) => {
            onInput(event.currentTarget.value);
          }}
        >
          <option value="">{texts.choose}</option>
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
    }
    if (field.kind === 'multiline') {
      return (
        <textarea
          {...shared}
          rows={3}
          dir="auto"
          maxLength={longest(field.key)}
          placeholder={placeholder}
          enterkeyhint="send"
          onInput={(event) => {
            onInput(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (submitsOnEnter(event)) onSubmit(event);
          }}
        />
      );
    }
    const kind = known(INPUTS, field.key) ?? { type: 'text', autocomplete: 'off', inputmode: 'text' };
    return (
      <input
        {...shared}
        type={kind.type}
        autocomplete={kind.autocomplete}
        inputMode={field.kind === 'number' ? 'decimal' : kind.inputmode}
        dir="auto"
        maxLength={longest(field.key)}
        placeholder={placeholder}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
      />
    );
  }

  return (
    <div>
      <label>
        <span class="label">
          <span dir="auto">{label}</span>
          {!field.required && <span class="muted"> ({texts.optional})</span>}
        </span>
        {control()}
      </label>
      {fault !== undefined && (
        <p class="fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
