-- A call's one state machine: whoever changes it holds its row's lock. Clients rebuild from it after a reload.
create table call (
  id              uuid        not null,
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  visitor_id      uuid        not null,
  visitor_name    text        not null,
  department_id   uuid,
  media           text        not null,
  state           text        not null,
  version         bigint      not null default 1,
  -- The agent who calls the visitor back; null: the visitor calls.
  started_by      uuid,
  -- Routing's id of the claim, provisional until media flows; null for a call back.
  claim_id        uuid,
  claimed_by      uuid,
  claim_due       timestamptz,
  ring_due        timestamptz not null,
  started_at      timestamptz not null,
  first_joined_at timestamptz,
  beat_due        timestamptz,
  -- Billing could hold no more minutes: finish or cut, and when it is cut.
  hold_policy     text,
  cut_at          timestamptz,
  ended_at        timestamptz,
  outcome         text,
  reason          text,
  -- Whether the conversation shows what became of it.
  carded          boolean     not null default false,
  -- The durable timer: when to look again; null when nothing can happen any more.
  next_due        timestamptz,
  constraint pk_call primary key (id),
  constraint ck_call_media check (media in ('audio', 'video')),
  constraint ck_call_state check (state in ('ringing', 'claimed', 'connected', 'ended')),
  constraint ck_call_ended check ((state = 'ended') = (ended_at is not null and outcome is not null))
);
-- A visitor is in one call at a time, whatever the code does.
create unique index uq_call_visitor_running on call (tenant_id, visitor_id) where state <> 'ended';
create index ix_call_conversation on call (tenant_id, conversation_id, started_at desc, id desc);
create index ix_call_visitor_started on call (tenant_id, visitor_id, started_at desc);
create index ix_call_due on call (next_due) where next_due is not null;

create table call_participant (
  id          uuid        not null,
  tenant_id   uuid        not null,
  call_id     uuid        not null,
  kind        text        not null,
  person_id   uuid        not null,
  name        text        not null,
  avatar_url  text,
  state       text        not null,
  -- The browser tab that holds the media; a tab that takes over gets another one.
  seat        uuid,
  microphone  boolean     not null default true,
  camera      boolean     not null default false,
  -- Until when an invited one may join, and one who joined may take to connect.
  due         timestamptz,
  invited_at  timestamptz not null,
  joined_at   timestamptz,
  left_at     timestamptz,
  seen_at     timestamptz not null,
  constraint pk_call_participant primary key (id),
  constraint fk_call_participant_call foreign key (call_id) references call (id),
  constraint ck_call_participant_state check (state in ('invited', 'connecting', 'joined', 'left'))
);
create index ix_call_participant_call on call_participant (call_id, invited_at, id);
-- Nobody is in one call twice, and no agent in two calls.
create unique index uq_call_participant_person on call_participant (call_id, kind, person_id) where state <> 'left';
create unique index uq_call_participant_agent on call_participant (tenant_id, person_id)
  where kind = 'agent' and state in ('connecting', 'joined');

-- Whether a business may talk, as billing says.
create table entitlement (
  tenant_id  uuid        not null,
  version    bigint      not null,
  exhausted  boolean     not null,
  changed_at timestamptz not null,
  constraint pk_entitlement primary key (tenant_id)
);

alter table offer
  add column kind    text not null default 'conversation',
  add column call_id uuid,
  add column media   text;
