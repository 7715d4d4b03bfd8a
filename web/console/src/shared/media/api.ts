import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe } from '../api/decode.ts';
import { useHttp } from '../api/HttpContext.ts';

const PATH = '/api/config/v1/media';

export type MediaPurpose = 'image' | 'tone' | 'ringtone';

const mediaSchema = v.object({
  id: v.string(),
  url: v.string(),
  purpose: v.string(),
  kind: v.picklist(['image', 'audio']),
  contentType: v.string(),
  bytes: v.number(),
  widthPixels: maybe(v.number()),
  heightPixels: maybe(v.number()),
  durationMilliseconds: maybe(v.number()),
  fileName: maybe(v.string()),
});

export type Media = v.InferOutput<typeof mediaSchema>;

const one = decoder(mediaSchema);
const keyOf = (id: string | undefined) => ['media', id] as const;

/** What is known of an upload; uploads never change. */
export function useMedia(id: string | undefined) {
  const http = useHttp();
  return useQuery({
    queryKey: keyOf(id),
    enabled: id !== undefined,
    queryFn: async ({ signal }) => (await http.get(`${PATH}/${id ?? ''}`, one, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface Upload {
  file: File;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

export function useUpload(purpose: MediaPurpose) {
  const http = useHttp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, signal, onProgress }: Upload) =>
      http.upload(PATH, file, one, {
        query: { purpose, fileName: file.name },
        signal,
        onProgress,
      }),
    onSuccess: (media) => {
      client.setQueryData(keyOf(media.id), media);
    },
  });
}
