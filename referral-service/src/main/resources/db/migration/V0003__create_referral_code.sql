create table referral_code (
  tenant_id uuid        not null,
  code      text        not null,
  issued_at timestamptz not null,
  constraint pk_referral_code primary key (tenant_id),
  constraint uq_referral_code_code unique (code),
  constraint ck_referral_code_alphabet check (code ~ '^[2-9A-HJKMNP-Z]{8}$')
);
