package io.dakenh.channels.refresh;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.channels.token.TokenUnreadableException;
import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals anew what a former key sealed, so that the former key can be taken away. */
@ApplicationScoped
class TokenRotation {
  private static final Logger LOG = Logger.getLogger(TokenRotation.class);

  private final Sql sql;
  private final TokenCipher cipher;

  @Inject
  TokenRotation(Sql sql, TokenCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  private record Row(UUID id, UUID tenantId, String sealed) {}

  void tidy(@Observes Tidy now) {
    for (Purpose purpose : List.of(Purpose.ACCESS, Purpose.REFRESH, Purpose.USER)) {
      rotate(purpose);
    }
  }

  private void rotate(Purpose purpose) {
    String column =
        purpose == Purpose.ACCESS
            ? "access_token"
            : purpose == Purpose.REFRESH ? "refresh_token" : "user_token";
    sql
        .list(
            "select id, tenant_id, " + column + " from channel where " + column + " is not null",
            row -> new Row(Sql.id(row, "id"), Sql.id(row, "tenant_id"), row.getString(3)))
        .stream()
        .filter(row -> cipher.sealedWithFormerKey(row.sealed()))
        .forEach(row -> rotate(row, purpose, column));
  }

  /** Only if nobody stored another one in the meantime. */
  private void rotate(Row row, Purpose purpose, String column) {
    TokenPlace place = new TokenPlace(row.tenantId(), row.id(), purpose);
    try {
      sql.update(
          "update channel set " + column + " = ? where id = ? and " + column + " = ?",
          cipher.seal(cipher.open(row.sealed(), place), place),
          row.id(),
          row.sealed());
    } catch (TokenUnreadableException unreadable) {
      LOG.warnf("channelId=%s: %s", row.id(), unreadable.getMessage());
    }
  }
}
