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

  /** A password: as typed, or as Keycloak keeps it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Credential(
      String type,
      @Nullable String value,
      boolean temporary,
      @Nullable String secretData,
      @Nullable String credentialData) {
    static Credential typed(String password) {
      return new Credential("password", password, false, null, null);
    }

    /** What is in the hash needs no escaping. */
    static Credential hashed(PasswordHash hash) {
      return new Credential(
          "password",
          null,
          false,
          "{\"value\":\"" + hash.value() + "\",\"salt\":\"" + hash.salt() + "\"}",
          "{\"algorithm\":\""
              + PasswordHash.ALGORITHM
              + "\",\"hashIterations\":"
              + hash.iterations()
              + "}");
    }

    @Override
    public String toString() {
      return "Credential[" + type + "]";
    }
  }
}
