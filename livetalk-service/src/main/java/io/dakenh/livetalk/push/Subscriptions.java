package io.dakenh.livetalk.push;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which browsers a person wants notices. */
@ApplicationScoped
class Subscriptions {
  private static final int MOST = 10;
  private static final int LONGEST_ENDPOINT = 1_000;
  private static final int AUTH_BYTES = 16;

  private final Database database;
  private final List<String> hosts;
  private final Clock clock;

  @Inject
  Subscriptions(Database database, LivetalkConfig config, Clock clock) {
    this.database = database;
    this.hosts = config.push().hosts();
    this.clock = clock;
  }

  /** The same browser again changes its keys; of too many the oldest goes. */
  void keep(UUID tenantId, UUID agentId, String endpoint, String publicKey, String auth) {
    requireService(endpoint);
    byte[] point = decoded("/publicKey", publicKey);
    byte[] secret = decoded("/auth", auth);
    requirePoint(point);
    if (secret.length != AUTH_BYTES) {
      throw ProblemException.invalid("/auth", "size", AUTH_BYTES + " bytes.");
    }
    database.inTransaction(
        () -> {
          // A browser shows notices of whoever signed in last.
          database.update(
              "delete from push_subscription where endpoint = ? and not (tenant_id = ? and agent_id = ?)",
              endpoint,
              tenantId,
              agentId);
          database.update(
              """
              insert into push_subscription (id, tenant_id, agent_id, endpoint, public_key, auth, created_at) values (?, ?, ?, ?, ?, ?, ?)
              on conflict (tenant_id, agent_id, endpoint) do update
              set public_key = excluded.public_key, auth = excluded.auth, created_at = excluded.created_at""",
              Ids.next(),
              tenantId,
              agentId,
              endpoint,
              point,
              secret,
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
          database.update(
              """
              delete from push_subscription where tenant_id = ? and agent_id = ? and id not in (
                select id from push_subscription where tenant_id = ? and agent_id = ? order by created_at desc limit ?)""",
              tenantId,
              agentId,
              tenantId,
              agentId,
              MOST);
          return Boolean.TRUE;
        });
  }

  void forget(UUID tenantId, UUID agentId, String endpoint) {
    database.update(
        "delete from push_subscription where tenant_id = ? and agent_id = ? and endpoint = ?",
        tenantId,
        agentId,
        endpoint);
  }

  /** We write to the services of browsers and to nobody else, whoever asks. */
  private void requireService(String endpoint) {
    if (endpoint.length() > LONGEST_ENDPOINT || !known(endpoint)) {
      throw ProblemException.invalid("/endpoint", "unknown-value", "No push service we know.");
    }
  }

  private boolean known(String endpoint) {
    try {
      URI address = new URI(endpoint);
      String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
      boolean secret = "https".equals(address.getScheme()) || host.equals("127.0.0.1");
      return secret
          && address.getUserInfo() == null
          && hosts.stream().anyMatch(each -> matches(each, host));
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static boolean matches(String allowed, String host) {
    return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
  }

  private static void requirePoint(byte[] point) {
    try {
      EcKeys.publicKey(point);
    } catch (GeneralSecurityException wrong) {
      throw ProblemException.invalid("/publicKey", "key", "No key of a browser.");
    }
  }

  private static byte[] decoded(String pointer, @Nullable String text) {
    try {
      return Base64.getUrlDecoder().decode(text == null ? "" : text);
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid(pointer, "base64", "Base64 without padding.");
    }
  }
}
