package io.dakenh.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure the caller is told about. The message is safe to show; causes stay in the logs.
 *
 * <p>The same exception becomes an HTTP problem body, a socket error frame or the headers of a dead
 * letter.
 */
public class ProblemException extends RuntimeException {
  private final ProblemKind kind;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions;
  private final @Nullable Duration retryAfter;

  private ProblemException(
      ProblemKind kind,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extensions,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(detail, cause);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.extensions = Map.copyOf(extensions);
    this.retryAfter = retryAfter;
  }

  /** A failure of the given kind with a stable code. */
  public static ProblemException of(ProblemKind kind, String code, String detail) {
    return new ProblemException(kind, code, detail, List.of(), Map.of(), null, null);
  }

  /**
   * Absent, or another tenant's: callers cannot tell which. The code is {@code <thing>-not-found}.
   */
  public static ProblemException notFound(String thing) {
    return of(ProblemKind.NOT_FOUND, thing + "-not-found", "There is no such " + thing + ".");
  }

  /** The body was understood but values are wrong. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        ProblemKind.INVALID,
        "validation-failed",
        "Some values are not valid.",
        errors,
        Map.of(),
        null,
        null);
  }

  /** One wrong value. */
  public static ProblemException invalid(String pointer, String code, String detail) {
    return invalid(List.of(new FieldError(pointer, code, detail)));
  }

  /** The state forbids it. */
  public static ProblemException conflict(String code, String detail) {
    return of(ProblemKind.CONFLICT, code, detail);
  }

  /** Understood, allowed, but a rule of the product says no. */
  public static ProblemException rule(String code, String detail) {
    return of(ProblemKind.RULE, code, detail);
  }

  /** Too many requests; the caller may try again after the given time. */
  public static ProblemException rateLimited(Duration retryAfter) {
    return new ProblemException(
        ProblemKind.RATE_LIMITED,
        "rate-limited",
        "Too many requests; try again in a moment.",
        List.of(),
        Map.of(),
        retryAfter,
        null);
  }

  /** Something this service needs is away. */
  public static ProblemException unavailable(
      String code, String detail, @Nullable Throwable cause) {
    return new ProblemException(
        ProblemKind.UNAVAILABLE, code, detail, List.of(), Map.of(), Duration.ofSeconds(2), cause);
  }

  /** The same failure with one more member in the problem body, for example who won. */
  public ProblemException with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(name, value);
    return new ProblemException(kind, code, detail(), errors, more, retryAfter, getCause());
  }

  /** Kind, and with it the status. */
  public ProblemKind kind() {
    return kind;
  }

  /** Stable code, translated by the screens. */
  public String code() {
    return code;
  }

  /** Safe to show. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** What is wrong in the body, empty unless validation failed. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Further members of the problem body. */
  public Map<String, Object> extensions() {
    return extensions;
  }

  /** When to try again, if known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
