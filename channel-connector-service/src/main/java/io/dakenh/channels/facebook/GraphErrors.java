package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Fault.Reaction;

/** Reacts to the Graph API's errors by code and subcode; the status says nothing. */
final class GraphErrors {
  private static final int WINDOW_CLOSED = 2018278;
  private static final int RESTRICTED = 1893063;
  private static final int LABELS = 2018344;
  private static final int OPTED_OUT = 1545041;
  private static final int NO_PROFILE = 2018218;
  private static final int GONE = 33;
  private static final int FIRST_PERMISSION = 199;
  private static final int LAST_PERMISSION = 299;

  private GraphErrors() {}

  /** Of the {@code error} object of an answer. */
  static Fault of(JsonNode error) {
    return of(
        error.path("code").asInt(),
        error.path("error_subcode").asInt(),
        error.path("is_transient").asBoolean());
  }

  static Fault of(int code, int subcode, boolean passing) {
    String name = "facebook-" + code + (subcode == 0 ? "" : "-" + subcode);
    return switch (code) {
      case 1 -> new Fault(name, "provider-unavailable", Reaction.RETRY);
      case 2 ->
          subcode == LABELS
              ? new Fault(name, "configuration", Reaction.CONFIGURATION)
              : new Fault(name, "provider-unavailable", Reaction.RETRY);
      case 3 -> new Fault(name, "configuration", Reaction.CONFIGURATION);
      case 4, 17, 32, 613, 80001, 80006 -> new Fault(name, "rate-limited", Reaction.WAIT);
      case 10 -> ten(name, subcode);
      case 100 -> hundred(name, subcode);
      case 102, 190 -> new Fault(name, "reconnect-required", Reaction.RECONNECT);
      case 341 -> new Fault(name, "rate-limited", Reaction.WAIT);
      case 368 -> new Fault(name, "channel-restricted", Reaction.RESTRICTED);
      case 506 -> new Fault(name, "message-refused", Reaction.DONE);
      case 551 -> new Fault(name, "recipient-unreachable", Reaction.BLOCKED);
      case 803 -> new Fault(name, "comment-gone", Reaction.GONE);
      case 1200 -> new Fault(name, "provider-unavailable", Reaction.RETRY);
      default -> other(name, code, subcode, passing);
    };
  }

  private static Fault ten(String name, int subcode) {
    return switch (subcode) {
      case WINDOW_CLOSED -> new Fault(name, "window-closed", Reaction.FAIL);
      case RESTRICTED -> new Fault(name, "channel-restricted", Reaction.RESTRICTED);
      default -> new Fault(name, "permission-missing", Reaction.PERMISSION);
    };
  }

  private static Fault hundred(String name, int subcode) {
    return switch (subcode) {
      case GONE -> new Fault(name, "comment-gone", Reaction.GONE);
      case NO_PROFILE -> new Fault(name, "message-refused", Reaction.GONE);
      default -> new Fault(name, "message-refused", Reaction.FAIL);
    };
  }

  private static Fault other(String name, int code, int subcode, boolean passing) {
    if (code == 200 && subcode == OPTED_OUT) {
      return new Fault(name, "recipient-unreachable", Reaction.BLOCKED);
    }
    if (code >= FIRST_PERMISSION && code <= LAST_PERMISSION) {
      return new Fault(name, "permission-missing", Reaction.PERMISSION);
    }
    return passing
        ? new Fault(name, "provider-unavailable", Reaction.RETRY)
        : new Fault(name, "message-refused", Reaction.FAIL);
  }
}
