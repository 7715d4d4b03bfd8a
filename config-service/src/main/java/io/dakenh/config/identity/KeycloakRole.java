package io.dakenh.config.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A realm role as Keycloak's Admin API writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KeycloakRole(String id, String name) {}
