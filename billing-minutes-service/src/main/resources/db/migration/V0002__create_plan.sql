-- What a business gets each month. Changing a plan is a new row of a later migration or of the operator, never an edit of history:
-- the ledger keeps the seconds that were granted.
create table plan (
  code              text        not null,
  name              text        not null,
  monthly_seconds   bigint      not null,
  increment_seconds integer     not null default 1,
  created_at        timestamptz not null default now(),
  constraint pk_plan primary key (code),
  constraint ck_plan_monthly_seconds check (monthly_seconds >= 0),
  constraint ck_plan_increment_seconds check (increment_seconds between 1 and 3600)
);

insert into plan (code, name, monthly_seconds) values
  ('trial', 'Dùng thử', 3600),
  ('standard', 'Tiêu chuẩn', 60000),
  ('business', 'Doanh nghiệp', 300000);
