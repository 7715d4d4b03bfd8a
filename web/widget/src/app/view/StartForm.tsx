import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Popup } from '../../shared/shell.ts';
import type { ActionButton, Content } from '../content.ts';
import type { Fault, FormValues } from '../form.ts';
import { CHOICE, faults, startFields } from '../form.ts';
import { useLanguage } from '../locale/language.ts';
import type { Presences } from '../presences.ts';
import type { Away } from './away.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { Avatar } from './Avatar.tsx';
import { loadCalls } from './calls.ts';
import { Chooser } from './Chooser.tsx';
import { FormField, useFieldLabel } from './FormField.tsx';
import { Later } from './Later.tsx';
import { useTalk, useTalkState } from './useTalk.ts';

const loadOffline = () => import('./Offline.tsx');

interface StartFormProps {
  content: Content;
  values: FormValues;
  onValues: (values: FormValues) => void;
  /** The message by which the visitor came. */
  popup: Popup | undefined;
  presences: Presences | null;
  onName: (name: string) => void;
}

/** What is asked before a conversation, and the ways to begin it. */
export function StartForm(props: StartFormProps): JSX.Element {
  const { content, values, onValues, popup, presences, onName } = props;
  const { texts } = useLanguage();
  const talk = useTalk();
  const formRef = useRef<HTMLFormElement>(null);
  const labelOf = useFieldLabel();
  const [shown, setShown] = useState<Record<string, Fault>>({});
  const [away, setAway] = useState<Away | null>(null);
  const { callsOff } = useTalkState();
  useEffect(() => {
    // Without a connection there is nobody to call either.
    if (content.calls) loadCalls().catch(() => undefined);
  }, [content.calls]);

  function explain(key: string): string | undefined {
    const fault = shown[key];
    if (!fault) return undefined;
    const field = content.fields.find((one) => one.key === key);
    return texts.faults[fault](field ? labelOf(field) : '');
  }

  function begin(way: ActionButton['function']): void {
    const found = { ...faults(content, values), ...away?.faults() };
    setShown(found);
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => {
        formRef.current
          ?.querySelector<HTMLElement>('[aria-invalid="true"]:not(fieldset), [aria-invalid="true"] input')
          ?.focus();
      });
      return;
    }
    const given = startFields(content, values);
    const fields = away?.complete(given) ?? given;
    if (fields.visitor.name !== undefined) onName(fields.visitor.name);
    const start = { ...fields, ...(popup?.resend === true ? { popupId: popup.id } : {}) };
    if (way === 'chat') talk.start(start);
    else talk.wish({ media: way, start });
    onValues({ ...values, fields: { ...values.fields, content: '' } });
  }

  const submit = (event?: Event): void => {
    event?.preventDefault();
    begin('chat');
  };
  const change = (next: Partial<FormValues>): void => {
    setShown({});
    onValues({ ...values, ...next });
  };
  const first = content.fields.find(({ key }) => key === 'content') ?? content.fields[0];
  return (
    <form class="card" noValidate ref={formRef} onSubmit={submit} aria-label={texts.startTitle}>
      {popup && (
        <div class="greeting">
          <Avatar name="" url={content.avatarUrl} />
          <p dir="auto">{popup.content || popup.title}</p>
        </div>
      )}
      {content.startMode === 'department' && (
        <Chooser
          title={texts.chooseDepartment}
          name="department"
          among={content.departments}
          value={values.departmentId}
          presences={null}
          fault={explain(CHOICE)}
          onChoose={(departmentId) => {
            change({ departmentId });
          }}
        />
      )}
      {content.startMode === 'agent' && (
        <Chooser
          title={texts.chooseAgent}
          name="agent"
          among={content.agents}
          value={values.agentId}
          presences={presences}
          fault={explain(CHOICE)}
          onChoose={(agentId) => {
            change({ agentId });
          }}
        />
      )}
      {content.fields.map((field) => (
        <FormField
          key={field.key}
          field={field}
          value={values.fields[field.key] ?? ''}
          fault={explain(field.key)}
          first={field === first}
          onInput={(value) => {
            change({ fields: { ...values.fields, [field.key]: value } });
          }}
          onSubmit={submit}
        />
      ))}
      {content.offline && (
        <Later load={loadOffline} content={content} values={values} shown={shown} onAway={setAway} />
      )}
      <ActionButtons buttons={content.buttons} off={!!callsOff} onPress={begin} />
      {callsOff && <Later load={loadCalls} content={content} part="off" />}
    </form>
  );
}
