import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const preset = v.object({ id: v.string(), url: v.string(), durationMilliseconds: v.number() });
const presets = decoder(
  v.object({ tones: v.array(preset), ringtones: v.array(preset), waiting: v.array(preset) }),
);

export type Preset = v.InferOutput<typeof preset>;

/** The sounds that are part of the product. */
export function usePresets() {
  const http = useHttp();
  return useQuery({
    queryKey: ['presets'],
    queryFn: async ({ signal }) => (await http.get('/api/config/v1/presets', presets, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
