package io.dakenh.config.identity;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The realm's public page: answers without a token. */
@RegisterRestClient(configKey = "keycloak-realm")
@Path("/realms/dakenh")
interface KeycloakRealmClient {
  @GET
  Response realm();
}
