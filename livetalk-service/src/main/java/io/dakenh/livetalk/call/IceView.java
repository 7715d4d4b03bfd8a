package io.dakenh.livetalk.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers a browser may use in one call.
 *
 * @param servers none: only addresses the two browsers know of themselves
 * @param relayOnly media goes through the TURN server only
 * @param expiresAt until when the credentials are good; absent without any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IceView(List<Server> servers, boolean relayOnly, @Nullable Instant expiresAt) {
  /** One server, as browsers take it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Server(List<String> urls, @Nullable String username, @Nullable String credential) {}
}
