package io.dakenh.channels.facebook;

import io.dakenh.channels.facebook.FacebookGraphClient.GraphError;
import org.jspecify.annotations.Nullable;

/**
 * The Graph API answered with an error. The message carries numbers and Facebook's trace id only.
 */
class GraphApiException extends RuntimeException {
  private final String code;

  GraphApiException(int status, @Nullable GraphError error) {
    super(
        error == null
            ? "status " + status
            : "code %d/%d, fbtrace_id %s"
                .formatted(error.code(), error.subcode(), error.traceId()));
    this.code = error == null ? "facebook-http-" + status : "facebook-" + error.code();
  }

  /** Stable code for the health line. */
  String code() {
    return code;
  }
}
