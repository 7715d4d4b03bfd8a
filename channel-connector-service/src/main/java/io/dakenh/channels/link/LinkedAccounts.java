package io.dakenh.channels.link;

import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.channel.LinkChannel;
import io.dakenh.channels.channel.Subscriptions;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.media.MediaCopier;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Linker.Account;
import io.dakenh.channels.provider.Linker.Grant;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Turns what a dialog brought into linked channels that get their events. */
@ApplicationScoped
class LinkedAccounts {
  private static final Duration PICTURE_KEPT = Duration.ofDays(3650);

  private final ChannelService channels;
  private final Accounts accounts;
  private final Subscriptions subscriptions;
  private final MediaCopier copier;
  private final MediaStore media;
  private final TokenCipher cipher;
  private final Sql sql;
  private final Clock clock;

  @Inject
  LinkedAccounts(
      ChannelService channels,
      Accounts accounts,
      Subscriptions subscriptions,
      MediaCopier copier,
      MediaStore media,
      TokenCipher cipher,
      Sql sql,
      Clock clock) {
    this.channels = channels;
    this.accounts = accounts;
    this.subscriptions = subscriptions;
    this.copier = copier;
    this.media = media;
    this.cipher = cipher;
    this.sql = sql;
    this.clock = clock;
  }

  /** Who has an account linked. */
  enum Owner {
    NOBODY,
    SELF,
    OTHER
  }

  Owner owner(UUID tenantId, Kind kind, String externalId) {
    return accounts
        .linked(kind, externalId)
        .map(account -> account.tenantId().equals(tenantId) ? Owner.SELF : Owner.OTHER)
        .orElse(Owner.NOBODY);
  }

  UUID link(UUID tenantId, Kind kind, Grant grant, Account account) {
    UUID id = store(tenantId, kind, grant, account);
    subscriptions.begin(id, kind, account.externalId(), String.valueOf(account.token()));
    picture(tenantId, id, account);
    return id;
  }

  @Transactional
  UUID store(UUID tenantId, Kind kind, Grant grant, Account account) {
    UUID id =
        channels.link(
            new LinkChannel(
                tenantId,
                kind,
                account.externalId(),
                account.name(),
                account.pictureUrl(),
                String.valueOf(account.token()),
                account.refreshToken(),
                account.expiresAt()));
    sql.update(
        """
        update channel set external_user_id = ?, user_token = ?, user_token_expires_at = ?,
          data_access_expires_at = ? where id = ?""",
        grant.userId(),
        grant.userToken() == null
            ? null
            : cipher.seal(grant.userToken(), new TokenPlace(tenantId, id, Purpose.USER)),
        grant.userTokenExpiresAt(),
        grant.dataAccessExpiresAt(),
        id);
    return id;
  }

  private void picture(UUID tenantId, UUID id, Account account) {
    if (account.pictureUrl() == null) {
      return;
    }
    try {
      copier
          .picture(tenantId, null, account.pictureUrl())
          .ifPresent(
              stored -> {
                media.keep(stored.id(), clock.instant().plus(PICTURE_KEPT));
                sql.update("update channel set picture_media_id = ? where id = ?", stored.id(), id);
              });
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
