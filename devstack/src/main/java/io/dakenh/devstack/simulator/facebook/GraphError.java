package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Reply;
import java.util.Map;

/** Errors as the Graph API words them. */
final class GraphError {
  private GraphError() {}

  static Reply of(int code, int subcode, String message) {
    return of(400, code, subcode, message);
  }

  static Reply of(int status, int code, int subcode, String message) {
    return Reply.json(
        status,
        Map.of(
            "error",
            Map.of(
                "message",
                "(#" + code + ") " + message,
                "type",
                "OAuthException",
                "code",
                code,
                "error_subcode",
                subcode,
                "is_transient",
                code == 1 || code == 2,
                "fbtrace_id",
                "SiMuLaTeD")));
  }
}
