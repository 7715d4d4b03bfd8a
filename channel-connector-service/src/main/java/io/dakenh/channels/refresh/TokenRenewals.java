package io.dakenh.channels.refresh;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.TokenRenewer.Renewal.Renewed;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.channels.webhook.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The marks and outcomes of refreshes, each in a short transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TokenRenewals {
  /** A refresh whose holder died may be taken over after this time. */
  static final Duration LEASE = Duration.ofSeconds(30);

  private final Sql sql;
  private final TokenCipher cipher;
  private final Clock clock;

  @Inject
  TokenRenewals(Sql sql, TokenCipher cipher, Clock clock) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * The right to refresh one channel.
   *
   * @param takenOver another holder began with the same refresh token and was not heard of again
   */
  record Claim(
      UUID channelId,
      UUID tenantId,
      Kind kind,
      long version,
      String refreshToken,
      boolean takenOver) {
    @Override
    public String toString() {
      return "Claim[channelId=%s, version=%d]".formatted(channelId, version);
    }
  }

  private record Row(
      UUID tenantId, Kind kind, String sealed, @org.jspecify.annotations.Nullable String before) {}

  /** At most one holder gets it, on whichever replica; empty when it is not ours to do. */
  Optional<Claim> claim(UUID channelId, long version) {
    Instant now = clock.instant();
    return sql.one(
            """
            update channel c set refresh_started_at = ?
            from (select id, refresh_hash from channel where id = ? for update) old
            where c.id = old.id and c.token_version = ? and c.refresh_token is not null
              and (c.refresh_started_at is null or c.refresh_started_at < ?)
            returning c.tenant_id, c.kind, c.refresh_token, old.refresh_hash""",
            row ->
                new Row(
                    Sql.id(row, "tenant_id"),
                    Kind.of(row.getString("kind")),
                    row.getString("refresh_token"),
                    row.getString("refresh_hash")),
            now,
            channelId,
            version,
            now.minus(LEASE))
        .map(
            row -> {
              String token =
                  cipher.open(
                      row.sealed(), new TokenPlace(row.tenantId(), channelId, Purpose.REFRESH));
              String hash = hash(token);
              sql.update("update channel set refresh_hash = ? where id = ?", hash, channelId);
              return new Claim(
                  channelId, row.tenantId(), row.kind(), version, token, hash.equals(row.before()));
            });
  }

  /** Stores the new pair; nobody uses it before. */
  void store(Claim claim, Renewed fresh) {
    sql.update(
        """
        update channel set access_token = ?, refresh_token = ?, token_expires_at = ?,
          token_version = token_version + 1, refresh_started_at = null, refresh_hash = null
        where id = ? and token_version = ? and state <> 'unlinked'""",
        cipher.seal(fresh.accessToken(), place(claim, Purpose.ACCESS)),
        cipher.seal(fresh.refreshToken(), place(claim, Purpose.REFRESH)),
        clock.instant().plusSeconds(fresh.expiresInSeconds()),
        claim.channelId(),
        claim.version());
  }

  /** Gives the right back; the hash stays where the token may have been used up. */
  void release(Claim claim, boolean maybeUsed) {
    sql.update(
        """
        update channel set refresh_started_at = null,
          refresh_hash = case when ? then refresh_hash else null end
        where id = ? and token_version = ?""",
        maybeUsed,
        claim.channelId(),
        claim.version());
  }

  /** Which of the channel's tokens is current; empty when it has none. */
  Optional<Long> version(UUID channelId) {
    return sql.one(
        "select token_version from channel where id = ? and access_token is not null",
        row -> row.getLong(1),
        channelId);
  }

  /** Whether somebody holds the right at this moment. */
  boolean underWay(UUID channelId) {
    return sql.one(
            "select 1 from channel where id = ? and refresh_started_at >= ?",
            row -> true,
            channelId,
            clock.instant().minus(LEASE))
        .isPresent();
  }

  /** A channel whose token ends soon. */
  record Ending(UUID channelId, long version) {}

  /** Those whose token ends before a time. */
  List<Ending> endingBefore(Instant time) {
    return sql.list(
        """
        select id, token_version from channel
        where refresh_token is not null and token_expires_at < ? and state <> 'reconnect-required'
        order by token_expires_at limit 200""",
        row -> new Ending(Sql.id(row, "id"), row.getLong(2)),
        time);
  }

  private static TokenPlace place(Claim claim, Purpose purpose) {
    return new TokenPlace(claim.tenantId(), claim.channelId(), purpose);
  }

  private static String hash(String token) {
    return HexFormat.of()
        .formatHex(Signatures.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
