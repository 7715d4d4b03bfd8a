package io.dakenh.livetalk.apikey;

import io.dakenh.contracts.config.ApiKeyChanged;
import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.tenancy.KeyPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys this service has heard of. */
@ApplicationScoped
public class ApiKeys {
  /** What every key begins with. */
  static final String PREFIX = "dk_";

  private static final int PARTS = 3;

  /** Stands for the hash of a key nobody has: looking it up takes as long as for one there is. */
  private static final String NOBODYS = "0".repeat(64);

  private final Database database;

  @Inject
  ApiKeys(Database database) {
    this.database = database;
  }

  /** A key that is good now. */
  record Good(KeyPrincipal principal, Set<String> scopes) {}

  private record Stored(
      UUID id, UUID tenantId, String name, String hash, Set<String> scopes, boolean usable) {}

  /** When a key was last used. */
  public record Use(UUID keyId, java.time.Instant lastUsedAt) {}

  /** Keeps a key as config-service says it is. */
  public void follow(ReceivedEvent<ApiKeyChanged> event) {
    ApiKeyChanged key = event.payload();
    database.update(
        """
        insert into api_key (id, tenant_id, version, name, handle, hash, scopes, expires_at, revoked)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update
        set version = excluded.version, name = excluded.name, handle = excluded.handle, hash = excluded.hash,
            scopes = excluded.scopes, expires_at = excluded.expires_at, revoked = excluded.revoked
        where api_key.version < excluded.version and api_key.tenant_id = excluded.tenant_id""",
        key.keyId(),
        event.tenantId(),
        key.version(),
        key.name(),
        key.handle(),
        key.hash(),
        key.scopes().toArray(String[]::new),
        key.expiresAt(),
        key.revoked());
  }

  /**
   * Whose key this is; empty for one that is unknown, revoked or over, or of a suspended business.
   */
  Optional<Good> find(String key) {
    String[] parts = key.split("_", -1);
    String handle = parts.length == PARTS ? parts[1] : "";
    Optional<Stored> stored =
        database.first(
            """
            select k.id, k.tenant_id, k.name, k.hash, k.scopes,
              not k.revoked and (k.expires_at is null or k.expires_at > clock_timestamp()) and t.status = 'active'
            from api_key k join tenant t on t.id = k.tenant_id
            where k.handle = ?""",
            ApiKeys::stored,
            handle);
    byte[] right = stored.map(Stored::hash).orElse(NOBODYS).getBytes(StandardCharsets.US_ASCII);
    boolean proven = MessageDigest.isEqual(right, hash(key));
    return stored
        .filter(known -> proven && known.usable())
        .map(
            known ->
                new Good(
                    new KeyPrincipal(known.id(), known.tenantId(), known.name()), known.scopes()));
  }

  /** Notes that a key is in use. */
  void used(KeyPrincipal key) {
    database.update(
        """
        update api_key set last_used_at = clock_timestamp()
        where tenant_id = ? and id = ? and (last_used_at is null or last_used_at < clock_timestamp() - interval '10 minutes')""",
        key.tenantId(),
        key.keyId());
  }

  /** The keys of a business that were ever used. */
  List<Use> uses(UUID tenantId) {
    return database.list(
        "select id, last_used_at from api_key where tenant_id = ? and last_used_at is not null order by id",
        row ->
            new Use(
                row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant()),
        tenantId);
  }

  /** Whatever an event says, a key never has a role of people. */
  private static Stored stored(ResultSet row) throws SQLException {
    String[] scopes = (String[]) row.getArray(5).getArray();
    return new Stored(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        Arrays.stream(scopes).filter(ApiScopes.ALL::contains).collect(Collectors.toSet()),
        row.getBoolean(6));
  }

  private static byte[] hash(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
