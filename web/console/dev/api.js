// The HTTP half of the pretended suite.

import * as data from './data.js';
import { auditEntries, section } from './sections.js';

const scenario = new Set((process.env.SCENARIO ?? '').split(',').filter(Boolean));

function problem(status, code, more = {}) {
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
    body: {
      type: `https://dakenh.io/problems/${code}`,
      title: code,
      status,
      code,
      traceId: '4bf92f3577b3',
      ...more,
    },
  };
}

const ok = (body, headers = {}) => ({ status: 200, headers, body });
const paged = (items, query) => {
  const start = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 20);
  const next = start + limit < items.length ? String(start + limit) : undefined;
  return ok({ items: items.slice(start, start + limit), nextCursor: next });
};
const etag = (version) => ({ ETag: `"${String(version)}"` });

function saved(entity, fields, ifMatch) {
  if (ifMatch !== `"${String(entity.version)}"`) return problem(412, 'etag-mismatch');
  Object.assign(entity, fields, { version: entity.version + 1 });
  return ok(entity, etag(entity.version));
}

function department(method, id, body, request) {
  if (method === 'POST') {
    if (data.departments.some((one) => one.name === body.name)) {
      return problem(409, 'department-name-exists', {
        errors: [{ pointer: '/name', code: 'duplicate', detail: 'taken' }],
      });
    }
    const made = { ...body, id: crypto.randomUUID(), version: 1 };
    if (made.default) for (const one of data.departments) one.default = false;
    data.departments.push(made);
    return { ...ok(made, etag(1)), status: 201 };
  }
  const found = data.departments.find((one) => one.id === id);
  if (!found) return problem(404, 'department-not-found');
  if (method === 'GET') return ok(found, etag(found.version));
  if (method === 'PUT') return saved(found, body, request.headers['if-match']);
  data.departments.splice(data.departments.indexOf(found), 1);
  return { status: 204, headers: {} };
}

function staff(method, id, body, request) {
  if (method === 'POST') {
    if (data.people.some((one) => one.email === body.email)) return problem(409, 'staff-exists');
    const { name, email, role } = body;
    const made = { name, email, role, id: crypto.randomUUID(), active: true, version: 1 };
    data.people.push(made);
    return { ...ok(made, etag(1)), status: 201 };
  }
  const found = data.people.find((one) => one.id === id);
  if (!found) return problem(404, 'staff-not-found');
  if (method === 'GET') return ok(found, etag(found.version));
  return saved(found, body, request.headers['if-match']);
}

function view(name, me) {
  const all = [...data.conversations.values()];
  const mine = (one) => one.agents.some((agent) => agent.id === me.id);
  switch (name) {
    case 'mine':
      return all.filter((one) => one.state === 'open' && mine(one));
    case 'waiting':
      return all.filter((one) => one.state === 'open' && one.agents.length === 0);
    case 'closed':
      return all.filter((one) => one.state === 'closed');
    default:
      return all;
  }
}

function livetalk(rest, query, me) {
  if (rest[0] === 'agents') {
    return paged(
      data.people.map(({ id, name }) => ({ id, name, state: 'online' })),
      query,
    );
  }
  if (rest.length === 1) return paged(view(query.get('view'), me), query);
  const conversation = data.conversations.get(rest[1]);
  if (!conversation) return problem(404, 'conversation-not-found');
  if (rest.length === 2) return ok(conversation);
  const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER);
  const list = data.messages.get(rest[1]).filter((one) => one.sequence < before);
  return ok({ items: list.slice(-Number(query.get('limit') ?? 50)) });
}

function routing(rest, me, live) {
  if (rest[0] === 'offers') {
    const offer = live.offers.get(rest[1]);
    live.offers.delete(rest[1]);
    if (rest[2] === 'decline') return { status: 204, headers: {} };
    if (!offer || scenario.has('lost')) {
      return problem(409, 'offer-already-resolved', {
        acceptedBy: { id: data.people[2].id, name: data.people[2].name },
      });
    }
    live.join(offer.conversationId, me);
    return ok({ offerId: offer.id, conversationId: offer.conversationId, allocationId: 'a' });
  }
  if (rest[0] === 'queue') {
    live.join(rest[1], me);
    return ok({ conversationId: rest[1], allocationId: 'a' });
  }
  const [first, second] = data.people.slice(2);
  return paged(
    [
      { at: new Date(Date.now() - 60_000).toISOString(), kind: 'opened' },
      {
        at: new Date(Date.now() - 59_000).toISOString(),
        kind: 'offered',
        agent: first,
        reason: 'next-in-order',
      },
      { at: new Date(Date.now() - 39_000).toISOString(), kind: 'expired', agent: first },
      {
        at: new Date(Date.now() - 39_000).toISOString(),
        kind: 'offered',
        agent: second,
        reason: 'next-in-order',
      },
      { at: new Date(Date.now() - 30_000).toISOString(), kind: 'accepted', agent: second },
    ],
    new URLSearchParams(),
  );
}

/** Answers one request of the console. */
export function answer(request, url, body, me, live) {
  const [, , service, , ...rest] = url.pathname.split('/');
  const { method } = request;
  const failing = scenario.has('error') && rest[0] !== 'me';
  if (failing) return problem(503, 'service-unavailable');
  const empty = scenario.has('empty') && rest[0] !== 'me' && method === 'GET' && rest.length === 1;
  if (empty && !['sections', 'entitlement', 'code'].includes(rest[0])) return ok({ items: [] });
  switch (`${service}/${rest[0]}`) {
    case 'config/me':
      return ok(data.meOf(me));
    case 'config/departments':
      return rest.length === 1 && method === 'GET'
        ? paged(data.departments, url.searchParams)
        : department(method, rest[1], body, request);
    case 'config/staff':
      return rest.length === 1 && method === 'GET'
        ? paged(data.people, url.searchParams)
        : staff(method, rest[1], body, request);
    case 'config/sections':
      return section(method, rest, body, request);
    case 'config/audit-entries':
      return paged(auditEntries, url.searchParams);
    case 'billing/entitlement':
      return ok(data.entitlement);
    case 'billing/ledger-entries':
      return paged(data.ledgerEntries, url.searchParams);
    case 'billing/calls':
      return paged(data.calls, url.searchParams);
    case 'billing/statements':
      return rest.length === 1 ? ok({ items: ['2026-11', '2026-10'] }) : ok(data.statement);
    case 'referral/summary':
      return ok(data.referralSummary);
    case 'referral/code':
      return ok(data.referralCode);
    case 'referral/referrals':
      return paged(data.referrals, url.searchParams);
    case 'channels/channels':
      return paged(data.channels, url.searchParams);
    case 'channels/link-sessions':
      return ok(data.linkSession(rest[1] ?? 'waiting'));
    case 'channels/providers':
      return ok({ items: data.providers });
    default:
      return service === 'livetalk' ? livetalk(rest, url.searchParams, me) : routing(rest, me, live);
  }
}
