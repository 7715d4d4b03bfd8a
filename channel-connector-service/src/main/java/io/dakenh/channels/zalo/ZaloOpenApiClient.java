package io.dakenh.channels.zalo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The calls we make to Zalo's OA API. Failures come with status 200 and an error other than 0. */
@RegisterRestClient(configKey = "zalo-api")
@Produces(MediaType.APPLICATION_JSON)
interface ZaloOpenApiClient {
  /** Whose token it is. */
  @GET
  @Path("/v2.0/oa/getoa")
  OaAnswer getOa(
      @HeaderParam("access_token") String accessToken,
      @HeaderParam("appsecret_proof") @Nullable String proof);

  /** Answer of {@code getoa}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OaAnswer(int error, @Nullable Oa data) {}

  /** An Official Account; the id may come as a number or as a text. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Oa(
      @JsonProperty("oa_id") @Nullable String id, @Nullable String name, @Nullable String avatar) {}
}
