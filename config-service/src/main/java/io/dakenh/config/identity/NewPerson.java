package io.dakenh.config.identity;

import java.util.UUID;

/**
 * A person to be created.
 *
 * @param name whole name as typed
 * @param locale {@code vi} or {@code en}
 * @param provisioningId whose work this is: tells a person we just made from one who was there
 *     before
 */
public record NewPerson(
    String name, String email, FirstPassword password, String locale, UUID provisioningId) {
  @Override
  public String toString() {
    return "NewPerson[" + provisioningId + "]";
  }
}
