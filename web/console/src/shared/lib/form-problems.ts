import { ProblemError } from '@dakenh/api-client';
import type { FieldProblem } from '@dakenh/api-client';

/** First segment of a JSON pointer: `/agentIds/0` belongs to the field `agentIds`. */
export function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}

/**
 * Splits a refused form into what belongs beside its fields and whether anything is left to say above them.
 * `byCode` names the field a rule without a pointer is about, such as `department-exists` → `name`.
 */
export function fieldErrors(
  error: unknown,
  fields: readonly string[],
  texts: { ofField: (field: FieldProblem) => string; ofCode: (code: string) => string },
  byCode: Record<string, string> = {},
): { fields: { name: string; errors: string[] }[]; rest: boolean } {
  if (!(error instanceof ProblemError)) return { fields: [], rest: true };
  const found = new Map<string, string[]>();
  const add = (name: string, text: string) => {
    const texts = found.get(name) ?? [];
    if (!texts.includes(text)) texts.push(text);
    found.set(name, texts);
  };
  let rest = false;
  for (const field of error.problem.errors) {
    const name = fieldOf(field.pointer);
    if (fields.includes(name)) add(name, texts.ofField(field));
    else rest = true;
  }
  const ruled = byCode[error.problem.code];
  if (ruled !== undefined) add(ruled, texts.ofCode(error.problem.code));
  return {
    fields: [...found].map(([name, errors]) => ({ name, errors })),
    rest: rest || found.size === 0,
  };
}
