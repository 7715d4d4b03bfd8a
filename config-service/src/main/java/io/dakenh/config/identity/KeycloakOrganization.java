package io.dakenh.config.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization as Keycloak's Admin API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakOrganization(
    @Nullable String id,
    String name,
    String alias,
    @Nullable String description,
    boolean enabled,
    @Nullable Map<String, List<String>> attributes) {}
