import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { sectionPath } from '../../shared/section/contract.ts';
import type { FunctionName } from './content.ts';

const switches = decoder(v.object({ published: v.object({ audio: v.boolean(), video: v.boolean() }) }));

export type Switches = Readonly<Record<FunctionName, boolean>>;

/** Which functions the chat window has switched on, as visitors have it now; unknown until loaded. */
export function useSwitches(): Switches | undefined {
  const http = useHttp();
  const window = useQuery({
    queryKey: ['functions'],
    queryFn: async ({ signal }) =>
      (await http.get(sectionPath('window'), switches, { signal })).value.published,
  });
  return window.data ? { chat: true, ...window.data } : undefined;
}
