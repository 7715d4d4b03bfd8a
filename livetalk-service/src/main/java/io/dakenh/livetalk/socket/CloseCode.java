package io.dakenh.livetalk.socket;

/** Why the server closes a socket; below 4500 the client comes back. */
enum CloseCode {
  DRAINING(4000, "draining"),
  HEARTBEAT_MISSED(4001, "heartbeat missed"),
  SLOW_READER(4002, "slow reader"),
  TOKEN_EXPIRED(4100, "token expired"),
  PROTOCOL_ERROR(4500, "protocol error"),
  TOKEN_REFUSED(4501, "token no longer accepted"),
  FRAME_TOO_LARGE(4502, "frame too large"),
  TENANT_SUSPENDED(4503, "tenant suspended");

  private final short code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = (short) code;
    this.reason = reason;
  }

  short code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
