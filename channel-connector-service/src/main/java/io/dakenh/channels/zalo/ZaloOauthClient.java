package io.dakenh.channels.zalo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Zalo's token endpoint. Refusals come with status 200; only an access token means success. */
@RegisterRestClient(configKey = "zalo-oauth")
@Produces(MediaType.APPLICATION_JSON)
interface ZaloOauthClient {
  /** Trades a refresh token, which is used up by it, for a new pair. */
  @POST
  @Path("/v4/oa/access_token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  TokenAnswer token(
      @HeaderParam("secret_key") String appSecret,
      @FormParam("app_id") String appId,
      @FormParam("grant_type") String grantType,
      @FormParam("refresh_token") String refreshToken);

  /** A pair of tokens, or the reason why not. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TokenAnswer(
      @JsonProperty("access_token") @Nullable String accessToken,
      @JsonProperty("refresh_token") @Nullable String refreshToken,
      @JsonProperty("expires_in") @Nullable String expiresInSeconds,
      @Nullable Integer error) {
    /** Without the tokens. */
    @Override
    public String toString() {
      return "TokenAnswer[granted=" + (accessToken != null) + ", error=" + error + "]";
    }
  }
}
