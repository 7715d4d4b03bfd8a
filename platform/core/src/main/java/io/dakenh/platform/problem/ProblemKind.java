package io.dakenh.platform.problem;

/** The few kinds of failure the suite knows; each has exactly one HTTP status. */
public enum ProblemKind {
  INVALID(400, "The request is not valid"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "This is not allowed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  CONFLICT(409, "The current state does not allow this"),
  STALE(412, "Someone else changed it in the meantime"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  RULE(422, "A rule says no"),
  PRECONDITION_REQUIRED(428, "A precondition is required"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available right now");

  private final int status;
  private final String title;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status of this kind. */
  public int status() {
    return status;
  }

  /** Short English summary, the same for every problem of the kind. */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed later without being changed. */
  public boolean temporary() {
    return this == RATE_LIMITED || this == UNAVAILABLE || this == INTERNAL;
  }
}
