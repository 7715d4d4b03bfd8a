-- tenant_id is the business that referred; a business can be referred once in its life, whoever it was.
create table referral (
  id                 uuid        not null,
  tenant_id          uuid        not null,
  referred_tenant_id uuid        not null,
  state              text        not null,
  registered_at      timestamptz not null,
  qualified_at       timestamptz,
  rewarded_at        timestamptz,
  rewarded_seconds   bigint,
  rejected_at        timestamptz,
  rejection_reason   text,
  created_at         timestamptz not null default now(),
  constraint pk_referral primary key (id),
  constraint uq_referral_referred unique (referred_tenant_id),
  constraint fk_referral_referrer foreign key (tenant_id) references referral_code (tenant_id),
  constraint fk_referral_referred foreign key (referred_tenant_id) references business (tenant_id),
  constraint ck_referral_state check (
    case state
      when 'registered' then num_nonnulls(qualified_at, rewarded_at, rewarded_seconds, rejected_at, rejection_reason) = 0
      when 'qualified' then qualified_at is not null and num_nonnulls(rewarded_at, rewarded_seconds, rejected_at, rejection_reason) = 0
      when 'rewarded' then num_nonnulls(qualified_at, rewarded_at, rewarded_seconds) = 3 and num_nonnulls(rejected_at, rejection_reason) = 0
      when 'rejected' then num_nonnulls(rejected_at, rejection_reason) = 2 and num_nonnulls(rewarded_at, rewarded_seconds) = 0
      else false
    end),
  constraint ck_referral_rewarded_seconds check (rewarded_seconds > 0)
);
create index ix_referral_tenant_id on referral (tenant_id, id desc);
