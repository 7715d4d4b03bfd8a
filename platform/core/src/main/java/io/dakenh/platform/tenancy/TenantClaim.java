package io.dakenh.platform.tenancy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads the tenant from Keycloak's organization claim: {@code {"<alias>": {"id": "…", "tenantId":
 * ["<uuid>"]}}}. Anything but exactly one organization with exactly one tenant id counts as none.
 */
public final class TenantClaim {
  private TenantClaim() {}

  /** Tenant of the token, empty when it has none or more than one. */
  public static Optional<UUID> read(JsonWebToken token) {
    Object claim = token.getClaim("organization");
    if (!(claim instanceof JsonObject organizations) || organizations.size() != 1) {
      return Optional.empty();
    }
    JsonValue only = organizations.values().iterator().next();
    if (only instanceof JsonObject organization
        && organization.get("tenantId") instanceof JsonArray ids
        && ids.size() == 1
        && ids.get(0) instanceof JsonString id) {
      try {
        return Optional.of(UUID.fromString(id.getString()));
      } catch (IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
