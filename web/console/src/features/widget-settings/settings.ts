import type { Contracts, Reads } from '@dakenh/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const PATH = '/api/config/v1/widget-settings';
const KEY = ['widget-settings'] as const;

export const POSITIONS = ['bottom-right', 'bottom-left'] as const;

const settingsSchema = v.object({
  title: v.string(),
  description: v.string(),
  launcherLabel: v.string(),
  greeting: v.string(),
  headerColor: v.string(),
  textColor: v.string(),
  position: v.picklist(POSITIONS),
});

export type WidgetSettings = Reads<
  Contracts['config']['WidgetSettingsView'],
  v.InferOutput<typeof settingsSchema>
>;
export const FIELDS = Object.keys(settingsSchema.entries) as (keyof WidgetSettings)[];

const settings = decoder(settingsSchema);

export function useWidgetSettings() {
  const http = useHttp();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get(PATH, settings, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSaveWidgetSettings() {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, etag }: { fields: WidgetSettings; etag: string | undefined }) =>
      http.put(PATH, fields, settings, { etag }),
    onSuccess: (saved) => {
      client.setQueryData(KEY, saved);
    },
  });
}

/** The version someone else saved meanwhile. */
export function useLatestWidgetSettings() {
  const http = useHttp();
  return () => http.get(PATH, settings);
}
