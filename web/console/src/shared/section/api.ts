import type { Http, Versioned } from '@dakenh/api-client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useHttp } from '../api/HttpContext.ts';
import { useSettingsChanges } from '../live/SettingsChanges.ts';
import type { SectionDefinition, SectionName, SectionView } from './contract.ts';
import { sectionPath, SECTIONS_PATH, summariesOf, versionsPage, viewOf } from './contract.ts';

const SUMMARIES = ['sections'];

export type Loaded<Content> = Versioned<SectionView<Content>>;

/** The calls of one section; each answers with the section as it is afterwards. */
export interface SectionCalls<Content> {
  load: () => Promise<Loaded<Content>>;
  saveDraft: (content: Content, etag: string | undefined) => Promise<Loaded<Content>>;
  discardDraft: (etag: string | undefined) => Promise<Loaded<Content>>;
  publish: (etag: string | undefined) => Promise<Loaded<Content>>;
  restore: (version: number, etag: string | undefined) => Promise<Loaded<Content>>;
}

export function sectionCalls<Content>(
  http: Http,
  definition: SectionDefinition<Content>,
): SectionCalls<Content> {
  const path = sectionPath(definition.section);
  const view = viewOf(definition);
  const load = () => http.get(path, view);
  return {
    load,
    saveDraft: (content, etag) => http.put(`${path}/draft`, content, view, { etag }),
    discardDraft: async (etag) => {
      await http.delete(`${path}/draft`, { etag });
      return load();
    },
    publish: (etag) => http.post(`${path}/publish`, undefined, view, { etag }),
    restore: (version, etag) =>
      http.post(`${path}/versions/${String(version)}/restore`, undefined, view, { etag }),
  };
}

export function useSectionCalls<Content>(definition: SectionDefinition<Content>): SectionCalls<Content> {
  const http = useHttp();
  return useMemo(() => sectionCalls(http, definition), [http, definition]);
}

/** Loaded once for a form, which then keeps its own state. */
export function useSection<Content>(definition: SectionDefinition<Content>) {
  const calls = useSectionCalls(definition);
  return useQuery({
    queryKey: ['section', definition.section],
    queryFn: calls.load,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The section's newest version as the server has it: asked for when somebody applied it, or may have. */
export function useNewestVersion(section: SectionName): number | undefined {
  const http = useHttp();
  const client = useQueryClient();
  const changes = useSettingsChanges();
  const summaries = useQuery({
    queryKey: SUMMARIES,
    queryFn: async ({ signal }) => (await http.get(SECTIONS_PATH, summariesOf, { signal })).value,
    refetchOnWindowFocus: true,
  });
  useEffect(
    () =>
      changes.onChange((changed) => {
        if (changed === undefined || changed === section)
          void client.invalidateQueries({ queryKey: SUMMARIES });
      }),
    [changes, client, section],
  );
  return summaries.data?.find((one) => one.section === section)?.version;
}

export function useVersions(section: SectionName, open: boolean) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['section-versions', section],
    enabled: open,
    gcTime: 0,
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await http.get(`${sectionPath(section)}/versions`, versionsPage, {
          query: { limit: 20, cursor: pageParam },
          signal,
        })
      ).value,
    getNextPageParam: (last) => last.nextCursor,
  });
}
