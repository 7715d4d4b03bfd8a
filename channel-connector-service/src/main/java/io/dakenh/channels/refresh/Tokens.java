package io.dakenh.channels.refresh;

import io.dakenh.channels.channel.ChannelHealth;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.channels.token.TokenUnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The access tokens in use. */
@ApplicationScoped
public class Tokens {
  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private final Sql sql;
  private final TokenCipher cipher;
  private final ChannelHealth health;

  @Inject
  Tokens(Sql sql, TokenCipher cipher, ChannelHealth health) {
    this.sql = sql;
    this.cipher = cipher;
    this.health = health;
  }

  /** A token, and which one of the channel's it is. */
  public record Token(String value, long version) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Token[version=" + version + "]";
    }
  }

  private record Sealed(UUID tenantId, String token, long version) {}

  /** The current one; empty when the channel has none, or one that cannot be opened. */
  @Transactional
  public Optional<Token> current(UUID channelId) {
    return sql.one(
            """
            select tenant_id, access_token, token_version from channel
            where id = ? and access_token is not null""",
            row -> new Sealed(Sql.id(row, "tenant_id"), row.getString(2), row.getLong(3)),
            channelId)
        .flatMap(kept -> opened(channelId, kept));
  }

  private Optional<Token> opened(UUID channelId, Sealed kept) {
    try {
      return Optional.of(
          new Token(
              cipher.open(kept.token(), new TokenPlace(kept.tenantId(), channelId, Purpose.ACCESS)),
              kept.version()));
    } catch (TokenUnreadableException unreadable) {
      LOG.errorf("channelId=%s: %s", channelId, unreadable.getMessage());
      health.reconnectRequired(channelId, "token-unreadable");
      return Optional.empty();
    }
  }
}
