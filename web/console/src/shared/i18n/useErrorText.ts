import { codeOf } from '@dakenh/api-client';
import type { FieldProblem } from '@dakenh/api-client';
import { useTranslation } from 'react-i18next';
import { commonVi } from './common.vi.ts';
import { problemsVi } from './problems.vi.ts';

type ProblemCode = keyof typeof problemsVi;
type FieldCode = keyof typeof commonVi.field;

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemsVi, code);
}

function isFieldCode(code: string): code is FieldCode {
  return Object.hasOwn(commonVi.field, code);
}

/** A code nobody translated yet still gets a sentence that fits what kind of failure it is. */
function known(code: string): ProblemCode {
  if (isProblemCode(code)) return code;
  if (code.endsWith('-not-found')) return 'not-found';
  if (code.endsWith('-unavailable')) return 'service-unavailable';
  return 'fallback';
}

/** Sentences for failures: never a raw code. */
export function useErrorText() {
  const { t } = useTranslation(['problems', 'common']);
  return {
    ofCode: (code: string) => t(known(code), { ns: 'problems' }),
    of: (error: unknown) => t(known(codeOf(error)), { ns: 'problems' }),
    ofField: (field: FieldProblem) => {
      if (isFieldCode(field.code)) return t(`field.${field.code}`, { ns: 'common' });
      if (isProblemCode(field.code)) return t(field.code, { ns: 'problems' });
      return t('field.invalid', { ns: 'common' });
    },
  };
}
