-- In which language and by which clock a business speaks, and where mail for its people goes.
alter table tenant add column locale text not null default 'vi';
alter table tenant add column time_zone text not null default 'Asia/Ho_Chi_Minh';
alter table staff add column email text;

-- Mail on its way. What was sent keeps neither its words nor its address, only what limits count.
create table mail (
  id            uuid        primary key,
  tenant_id     uuid        not null,
  kind          text        not null,
  -- A conversation or a note; with the address, what is posted only once.
  about_id      uuid        not null,
  -- Whose words are in it.
  visitor_id    uuid,
  recipient_key text        not null,
  recipient     text,
  sender_name   text        not null,
  subject       text,
  body_text     text,
  body_html     text,
  state         text        not null default 'waiting',
  attempts      integer     not null default 0,
  failure       text,
  created_at    timestamptz not null,
  due_at        timestamptz not null,
  constraint ck_mail_state check (state in ('waiting', 'sent', 'failed')),
  constraint ck_mail_recipient check ((state = 'waiting') = (recipient is not null))
);
create index ix_mail_due on mail (due_at) where state = 'waiting';
create index ix_mail_recent on mail (tenant_id, kind, created_at);
create index ix_mail_about on mail (tenant_id, about_id);
create index ix_mail_visitor on mail (tenant_id, visitor_id) where visitor_id is not null;
