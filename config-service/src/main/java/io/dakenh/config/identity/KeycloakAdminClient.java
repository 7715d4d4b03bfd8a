package io.dakenh.config.identity;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The few calls of Keycloak's Admin API this service makes; see docs/identity.md for what each
 * answers.
 */
@RegisterRestClient(configKey = "keycloak-admin")
@OidcClientFilter
@Path("/admin/realms/dakenh")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakAdminClient {
  @POST
  @Path("/organizations")
  Response createOrganization(KeycloakOrganization organization);

  @GET
  @Path("/organizations")
  List<KeycloakOrganization> findOrganizations(
      @QueryParam("search") String name, @QueryParam("exact") boolean exact);

  /** The body is the person's id as a JSON string. */
  @POST
  @Path("/organizations/{organizationId}/members")
  Response addMember(@PathParam("organizationId") String organizationId, String jsonPersonId);

  @GET
  @Path("/organizations/{organizationId}/members")
  List<KeycloakUser> members(
      @PathParam("organizationId") String organizationId, @QueryParam("max") int most);

  @GET
  @Path("/organizations/members/{personId}/organizations")
  List<KeycloakOrganization> organizationsOf(@PathParam("personId") String personId);

  @DELETE
  @Path("/organizations/{organizationId}/members/{personId}")
  Response removeMember(
      @PathParam("organizationId") String organizationId, @PathParam("personId") String personId);

  @DELETE
  @Path("/organizations/{organizationId}")
  Response deleteOrganization(@PathParam("organizationId") String organizationId);

  @POST
  @Path("/users")
  Response createUser(KeycloakUser user);

  @GET
  @Path("/users")
  List<KeycloakUser> findUsers(
      @QueryParam("email") String email, @QueryParam("exact") boolean exact);

  @GET
  @Path("/users/{id}")
  KeycloakUser user(@PathParam("id") String id);

  @PUT
  @Path("/users/{id}")
  Response updateUser(@PathParam("id") String id, KeycloakUser user);

  @DELETE
  @Path("/users/{id}")
  Response deleteUser(@PathParam("id") String id);

  @PUT
  @Path("/users/{id}/reset-password")
  Response resetPassword(@PathParam("id") String id, KeycloakUser.Credential password);

  @POST
  @Path("/users/{id}/logout")
  Response logout(@PathParam("id") String id);

  @GET
  @Path("/roles/{name}")
  KeycloakRole role(@PathParam("name") String name);

  @POST
  @Path("/users/{id}/role-mappings/realm")
  Response addRoles(@PathParam("id") String id, List<KeycloakRole> roles);

  @DELETE
  @Path("/users/{id}/role-mappings/realm")
  Response removeRoles(@PathParam("id") String id, List<KeycloakRole> roles);
}
