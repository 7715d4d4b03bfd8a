package io.dakenh.devstack.suite;

/** The server answered a frame with {@code error}. */
public final class SocketErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean temporary;

  /** With the fields of the frame. */
  public SocketErrorException(String code, String message, boolean temporary) {
    super(code + ": " + message);
    this.code = code;
    this.temporary = temporary;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** Whether the same frame may succeed later. */
  public boolean temporary() {
    return temporary;
  }
}
