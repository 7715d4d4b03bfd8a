package io.dakenh.platform.tenancy;

import java.security.Principal;
import java.util.UUID;

/**
 * A program of a business that calls with a key instead of a sign-in. What it may do are its roles.
 *
 * @param keyId of the key
 * @param tenantId whose key it is
 * @param keyName as the owner called it
 */
public record KeyPrincipal(UUID keyId, UUID tenantId, String keyName) implements Principal {
  @Override
  public String getName() {
    return keyName;
  }
}
