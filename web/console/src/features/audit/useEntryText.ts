import { useTranslation } from 'react-i18next';
import type { AuditEntry } from './api.ts';
import { auditVi } from './locale.ts';

type Action = keyof typeof auditVi.actions;
type Section = keyof typeof auditVi.sections;
type Member = keyof typeof auditVi.members;

const isAction = (text: string): text is Action => Object.hasOwn(auditVi.actions, text);
const isSection = (text: string): text is Section => Object.hasOwn(auditVi.sections, text);
const isMember = (text: string): text is Member => Object.hasOwn(auditVi.members, text);

export const ACTIONS = Object.keys(auditVi.actions).filter(
  (action): action is Exclude<Action, 'other'> => isAction(action) && action !== 'other',
);

/** The server's words for what happened, in people's words. */
export function useEntryText(names: ReadonlyMap<string, string>) {
  const { t } = useTranslation('audit');
  return {
    action: ({ action }: AuditEntry) => t(`actions.${isAction(action) ? action : 'other'}`),
    target: ({ target }: AuditEntry) => {
      if (isSection(target)) return t(`sections.${target}`);
      return names.get(target) ?? t('gone');
    },
    fields: ({ fields }: AuditEntry) =>
      [...new Set(fields.map((field) => field.replace(/^\//, '').split('/')[0] ?? ''))]
        .filter(isMember)
        .map((member) => t(`members.${member}`))
        .join(', '),
  };
}
