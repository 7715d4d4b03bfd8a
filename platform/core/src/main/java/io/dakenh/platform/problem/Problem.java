package io.dakenh.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Problem body of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, served as {@code
 * application/problem+json}.
 *
 * @param type stable URI that ends in the code
 * @param title summary of the kind
 * @param detail what happened this time, safe to show
 * @param instance path of the request
 * @param code stable code, the key of the translated message
 * @param traceId to quote to support
 * @param errors what is wrong in the body, for validation only
 * @param extensions further members
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String traceId,
    List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> extensions) {

  /** Media type of problem bodies. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_BASE = "https://dakenh.io/problems/";

  /** The body for a failure. */
  public static Problem of(ProblemException failure, @Nullable String instance) {
    return new Problem(
        TYPE_BASE + failure.code(),
        failure.kind().title(),
        failure.kind().status(),
        failure.detail(),
        instance == null ? "" : instance,
        failure.code(),
        Span.current().getSpanContext().getTraceId(),
        failure.errors(),
        failure.extensions());
  }
}
