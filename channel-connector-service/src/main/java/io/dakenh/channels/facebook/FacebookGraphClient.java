package io.dakenh.channels.facebook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The calls we make to the Graph API. */
@RegisterRestClient(configKey = "facebook-graph")
@Path("/{version}")
@Produces(MediaType.APPLICATION_JSON)
interface FacebookGraphClient {
  /** What a token is good for; an invalid one is told in the answer, not by a status. */
  @GET
  @Path("/debug_token")
  DebugTokenAnswer debugToken(
      @PathParam("version") String version,
      @QueryParam("input_token") String inputToken,
      @QueryParam("access_token") String appToken);

  /** Answer of {@code debug_token}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record DebugTokenAnswer(@Nullable TokenFacts data) {}

  /** What Facebook says of a token. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TokenFacts(
      @JsonProperty("is_valid") boolean valid,
      @Nullable List<String> scopes,
      @JsonProperty("granular_scopes") @Nullable List<GranularScope> granularScopes,
      @Nullable GraphError error) {}

  /** A scope granted for chosen Pages only; without ids it covers all. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record GranularScope(
      String scope, @JsonProperty("target_ids") @Nullable List<String> targetIds) {}

  /** Error of the Graph API. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record GraphError(
      int code,
      @JsonProperty("error_subcode") int subcode,
      @JsonProperty("fbtrace_id") @Nullable String traceId) {}

  /** Body of every error answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record GraphErrorAnswer(@Nullable GraphError error) {}

  /** Errors are told by their code; the status is 400 for nearly everything. */
  @ClientExceptionMapper
  static RuntimeException refused(Response response) {
    if (response.getMediaType() == null
        || !response.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      return new GraphApiException(response.getStatus(), null);
    }
    GraphErrorAnswer answer = response.readEntity(GraphErrorAnswer.class);
    return new GraphApiException(response.getStatus(), answer == null ? null : answer.error());
  }
}
