import type { Decode } from '@dakenh/api-client';
import * as v from 'valibot';

/** Parses external data at the edge: what does not fit the schema never gets into the app. */
export function decoder<T extends v.GenericSchema>(schema: T): Decode<v.InferOutput<T>> {
  return (body) => v.parse(schema, body);
}

/** Absent and null mean the same to the console. */
export function maybe<T extends v.GenericSchema>(schema: T) {
  return v.optional(
    v.pipe(
      v.nullish(schema),
      v.transform((value) => value ?? undefined),
    ),
  );
}

export function page<T extends v.GenericSchema>(item: T) {
  return v.object({ items: v.array(item), nextCursor: maybe(v.string()) });
}
