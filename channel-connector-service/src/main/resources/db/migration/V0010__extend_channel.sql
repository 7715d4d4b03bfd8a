-- What linking, refreshing and health need of a channel. user_token: the long-lived token of the person who linked a Page (sealed).
-- refresh_started_at and refresh_hash mark a refresh that is under way; token_version grows with every new token.
alter table channel
  add column external_user_id       text,
  add column user_token             text,
  add column user_token_expires_at  timestamptz,
  add column data_access_expires_at timestamptz,
  add column token_version          bigint not null default 0,
  add column refresh_started_at     timestamptz,
  add column refresh_hash           text,
  add column subscribed             boolean,
  add column checked_at             timestamptz,
  add column send_after             timestamptz,
  add column picture_media_id       uuid,
  add constraint ck_channel_unlinked_user check (state <> 'unlinked' or user_token is null);
create index ix_channel_external_user_id on channel (external_user_id) where external_user_id is not null;
create index ix_channel_token_expires_at on channel (token_expires_at) where refresh_token is not null;
