package io.dakenh.config.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as Keycloak's Admin API writes it; absent members are left as they are. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakUser(
    @Nullable String id,
    @Nullable String username,
    @Nullable String email,
    @Nullable Boolean emailVerified,
    @Nullable Boolean enabled,
    @Nullable String firstName,
    @Nullable Map<String, List<String>> attributes,
    @Nullable List<Credential> credentials) {

  /** A password. */
  record Credential(String type, String value, boolean temporary) {
    @Override
    public String toString() {
      return "Credential[" + type + "]";
    }
  }
}
