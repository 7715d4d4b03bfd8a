-- The business that was brought is rewarded when it qualifies; the one that brought it as soon as its month has room below the cap.
-- A review by an operator is noted beside the state.
alter table referral
  add column click_id                  uuid,
  add column referred_rewarded_seconds bigint,
  add column reviewed_at               timestamptz,
  add column reviewed_by               uuid,
  add column review                    text,
  add column review_note               text,
  add column overruled_reason          text,
  add constraint ck_referral_review check (review is null or review in ('upheld', 'overruled')),
  add constraint ck_referral_review_whole check (num_nonnulls(reviewed_at, reviewed_by, review) in (0, 3));
create index ix_referral_waiting on referral (qualified_at) where state = 'qualified';
create index ix_referral_rejected on referral (id desc) where state = 'rejected';
