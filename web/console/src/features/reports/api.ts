import type { Http } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder, maybe } from '../../shared/api/decode.ts';

const REPORTS = '/api/livetalk/v1/reports';

const spread = v.object({
  medianSeconds: v.number(),
  averageSeconds: v.number(),
  slowestTenthSeconds: v.number(),
});

const measures = v.object({
  opened: v.number(),
  answered: v.number(),
  closed: v.number(),
  reopened: v.number(),
  visitorMessages: v.number(),
  agentMessages: v.number(),
  firstResponse: maybe(spread),
  handling: maybe(spread),
  rating: v.object({ count: v.number(), average: maybe(v.number()), counts: v.array(v.number()) }),
});

const row = v.object({ key: maybe(v.string()), name: maybe(v.string()), measures });

const report = decoder(
  v.object({
    from: v.string(),
    to: v.string(),
    timeZone: v.string(),
    totals: measures,
    days: v.array(row),
    agents: v.array(row),
    departments: v.array(row),
    channels: v.array(row),
  }),
);

export type Measures = v.InferOutput<typeof measures>;
export type Row = v.InferOutput<typeof row>;
export type Report = ReturnType<typeof report>;
export type Table = 'days' | 'agents' | 'departments' | 'channels';

export interface Asked {
  from: string;
  to: string;
  departmentId?: string | undefined;
  agentId?: string | undefined;
  channelKind?: string | undefined;
}

export async function loadReport(http: Http, asked: Asked, signal: AbortSignal): Promise<Report> {
  return (await http.get(REPORTS, report, { query: { ...asked }, signal })).value;
}

export function downloadTable(http: Http, table: Table, asked: Asked): Promise<Blob> {
  return http.download(`${REPORTS}/${table}.csv`, { query: { ...asked }, accept: 'text/csv' });
}
