import { ProblemError } from '@dakenh/api-client';
import type { FieldProblem } from '@dakenh/api-client';

/** What is wrong with one line of a table. */
export interface LineFault {
  /** From 1, as spreadsheets count; undefined when it is about the whole file. */
  line: number | undefined;
  column: 'name' | 'content' | 'departments' | undefined;
  problem: FieldProblem;
}

const PLACE = /^\/lines\/(\d+)(?:\/(name|content|departments))?$/;

function columnOf(text: string | undefined): LineFault['column'] {
  return text === 'name' || text === 'content' || text === 'departments' ? text : undefined;
}

/** The faults of a refused table in the order of its lines; empty when something else went wrong. */
export function lineFaults(error: unknown): LineFault[] {
  if (!(error instanceof ProblemError)) return [];
  return error.problem.errors
    .map((problem) => {
      const found = PLACE.exec(problem.pointer);
      return {
        line: found?.[1] === undefined ? undefined : Number(found[1]),
        column: columnOf(found?.[2]),
        problem,
      };
    })
    .sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
