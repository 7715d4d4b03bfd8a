alter table agent
  -- Conversations at a time; null: as the department says.
  add column capacity       integer,
  add column presence_since timestamptz not null default clock_timestamp();

alter table department
  -- For those of its agents who have no number of their own; null: as many as come.
  add column capacity        integer,
  add column prefer_previous boolean not null default false,
  -- When it answers; null: always.
  add column hours           text,
  -- As of the last look at the hours; each offer asks the hours themselves.
  add column is_open         boolean not null default true,
  -- When it opened last.
  add column opened_at       timestamptz,
  -- The durable timer of opening and closing.
  add column hours_due       timestamptz;
create index ix_department_hours_due on department (hours_due) where hours_due is not null;
