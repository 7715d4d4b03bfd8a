import type { Http } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';

const places = decoder(v.object({ items: v.array(v.object({ id: v.string(), name: v.string() })) }));

export async function loadPlaces(http: Http, signal: AbortSignal) {
  return (await http.get('/api/livetalk/v1/departments', places, { signal })).value.items;
}
