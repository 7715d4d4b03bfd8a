package io.dakenh.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become HTTP answers. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response problem(ProblemException failure, UriInfo uri) {
    if (failure.kind().status() >= 500) {
      LOG.warnf(failure, "%s: %s", failure.code(), failure.detail());
    }
    return answer(failure, uri);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations, UriInfo uri) {
    List<FieldError> errors =
        violations.getConstraintViolations().stream()
            .map(
                violation ->
                    new FieldError(pointer(violation), code(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(FieldError::pointer))
            .toList();
    return answer(ProblemException.invalid(errors), uri);
  }

  @ServerExceptionMapper(priority = 1)
  Response malformed(JacksonException malformed, UriInfo uri) {
    String pointer = malformed instanceof JsonMappingException mapping ? pointer(mapping) : "";
    if (pointer.isEmpty()) {
      return answer(
          ProblemException.of(
              ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here."),
          uri);
    }
    return answer(
        ProblemException.invalid(pointer, "wrong-type", "This value has the wrong type."), uri);
  }

  /** Named on its own because the framework has a mapper of its own for exactly this one. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatched, UriInfo uri) {
    return malformed(mismatched, uri);
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException missing, UriInfo uri) {
    return answer(
        ProblemException.of(ProblemKind.UNAUTHENTICATED, "token-missing", "Sign in first."), uri);
  }

  @ServerExceptionMapper
  Response failedLogin(AuthenticationFailedException failed, UriInfo uri) {
    return loginFailure(failed, uri);
  }

  /** Nobody can tell whether the token is good: the server that could is away. */
  @ServerExceptionMapper
  Response identityAway(OIDCException away, UriInfo uri) {
    LOG.warnf("the identity server does not answer: %s", away.getMessage());
    return answer(
        ProblemException.unavailable(
            "identity-unavailable",
            "Sign-ins cannot be checked right now. Please try again.",
            away),
        uri);
  }

  private static Response loginFailure(Throwable failed, UriInfo uri) {
    return answer(
        TokenFailures.expired(failed)
            ? ProblemException.of(
                ProblemKind.UNAUTHENTICATED, "token-expired", "The sign-in has expired.")
            : ProblemException.of(
                ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is not accepted."),
        uri);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden, UriInfo uri) {
    return answer(
        ProblemException.of(
            ProblemKind.FORBIDDEN, "role-required", "Your role does not allow this."),
        uri);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri, HttpHeaders headers) {
    int status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    if (failure.getCause() instanceof JacksonException malformed) {
      return malformed(malformed, uri);
    }
    if (status == 400 && uri.getPathParameters().size() > 0 && headers.getMediaType() == null) {
      return answer(ProblemException.of(ProblemKind.NOT_FOUND, "not-found", "Not found."), uri);
    }
    for (ProblemKind kind : ProblemKind.values()) {
      if (kind.status() == status) {
        String code =
            switch (kind) {
              case INVALID -> "malformed-json";
              case UNAUTHENTICATED -> "token-missing";
              case FORBIDDEN -> "role-required";
              case TOO_LARGE -> "body-too-large";
              default -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            };
        return answer(ProblemException.of(kind, code, kind.title() + "."), uri);
      }
    }
    return failure.getResponse();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri) {
    if (callerLeft(failure)) {
      LOG.debugf("the caller of %s left before its request was read", uri.getPath());
    } else {
      LOG.errorf(failure, "unexpected failure on %s", uri.getPath());
    }
    return answer(
        ProblemException.of(
            ProblemKind.INTERNAL,
            "internal-error",
            "Something went wrong on our side. Please try again."),
        uri);
  }

  /** A browser that gives a request up closes its connection: that is nobody's fault. */
  static boolean callerLeft(Throwable failure) {
    // Only reading the request fails so; a store whose channel closed comes as its driver's own
    // exception.
    if (!(failure instanceof IOException)) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpClosedException || cause instanceof ClosedChannelException) {
        return true;
      }
    }
    return false;
  }

  private static Response answer(ProblemException failure, UriInfo uri) {
    Response.ResponseBuilder response =
        Response.status(failure.kind().status())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(failure, uri.getPath()));
    if (failure.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, Math.max(1, failure.retryAfter().toSeconds()));
    }
    if (failure.kind() == ProblemKind.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  /** Drops the method and parameter names Hibernate Validator puts before the property. */
  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, PARAMETER, RETURN_VALUE, CROSS_PARAMETER -> {
          continue;
        }
        default -> {
          if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
          }
          if (node.getName() != null && !node.getName().startsWith("<")) {
            pointer.append('/').append(node.getName());
          }
        }
      }
    }
    return pointer.toString();
  }

  private static String pointer(JsonMappingException mapping) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : mapping.getPath()) {
      pointer
          .append('/')
          .append(
              reference.getFieldName() == null
                  ? String.valueOf(reference.getIndex())
                  : reference.getFieldName());
    }
    return pointer.toString();
  }

  /** NotBlank becomes not-blank, and so on: the names of the constraints are the codes. */
  private static String code(ConstraintViolation<?> violation) {
    String name =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
