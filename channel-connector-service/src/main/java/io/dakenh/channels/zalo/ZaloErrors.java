package io.dakenh.channels.zalo;

import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Fault.Reaction;

/** Reacts to the errors of {@code openapi.zalo.me}; other hosts of Zalo number them otherwise. */
final class ZaloErrors {
  private ZaloErrors() {}

  static Fault of(int code) {
    String name = "zalo" + code;
    return switch (code) {
      case -32 -> new Fault(name, "rate-limited", Reaction.WAIT);
      case -100 -> new Fault(name, "attachment-unavailable", Reaction.UPLOAD_AGAIN);
      case -124, -216, -220 -> new Fault(name, "reconnect-required", Reaction.REFRESH);
      case -200, -214 -> new Fault(name, "provider-unavailable", Reaction.RETRY);
      case -204, -205, -219, -223 -> new Fault(name, "reconnect-required", Reaction.RECONNECT);
      case -221, -224 -> new Fault(name, "permission-missing", Reaction.PERMISSION);
      case -209, -212, -235, -240, -242 -> new Fault(name, "configuration", Reaction.CONFIGURATION);
      case -211, -218 -> new Fault(name, "quota-exhausted", Reaction.FAIL);
      case -213, -217, -227, -244, -403 ->
          new Fault(name, "recipient-unreachable", Reaction.BLOCKED);
      case -230, -232, -234, -237 -> new Fault(name, "window-closed", Reaction.FAIL);
      case -248 -> new Fault(name, "policy-refused", Reaction.FAIL);
      case -320, -321 -> new Fault(name, "charged-unavailable", Reaction.FAIL);
      default -> new Fault(name, "message-refused", Reaction.FAIL);
    };
  }
}
