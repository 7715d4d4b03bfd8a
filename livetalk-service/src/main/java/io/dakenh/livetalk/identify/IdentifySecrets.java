package io.dakenh.livetalk.identify;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.audit.Audit;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret of each business, and what is signed with it. */
@ApplicationScoped
class IdentifySecrets {
  private static final String ALGORITHM = "HmacSHA256";

  private final Database database;
  private final Audit audit;
  private final byte[] key;
  private final Clock clock;

  @Inject
  IdentifySecrets(Database database, Audit audit, LivetalkConfig config, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.key = config.identify().key().getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  private record Standing(int number, @Nullable Instant rotatedAt) {}

  /**
   * The secret that holds now.
   *
   * @param rotatedAt null: it is the first one
   */
  record Secret(String secret, int number, @Nullable Instant rotatedAt) {}

  Secret current(UUID tenantId) {
    Standing standing = standing(tenantId);
    return new Secret(secret(tenantId, standing.number()), standing.number(), standing.rotatedAt());
  }

  /** From now on another one holds, and signatures made with the old one do not. */
  Secret rotate(UUID tenantId, UUID actorId) {
    database.inTransaction(
        () -> {
          database.update(
              """
              insert into identify_secret (tenant_id, number, rotated_at) values (?, 1, ?)
              on conflict (tenant_id) do update set number = identify_secret.number + 1, rotated_at = excluded.rotated_at""",
              tenantId,
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
          audit.record(
              tenantId, "identify-secret.rotated", tenantId.toString(), actorId, List.of());
          return Boolean.TRUE;
        });
    return current(tenantId);
  }

  /** Whether the business signed this id. */
  boolean signed(UUID tenantId, String externalId, String hash) {
    byte[] right =
        HexFormat.of()
            .formatHex(
                hmac(
                    secret(tenantId, standing(tenantId).number()).getBytes(StandardCharsets.UTF_8),
                    externalId))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] told = hash.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, told);
  }

  private Standing standing(UUID tenantId) {
    return database
        .first(
            "select number, rotated_at from identify_secret where tenant_id = ?",
            row -> new Standing(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()),
            tenantId)
        .orElseGet(() -> new Standing(0, null));
  }

  private String secret(UUID tenantId, int number) {
    return HexFormat.of().formatHex(hmac(key, "identify/" + tenantId + "/" + number));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }
}
