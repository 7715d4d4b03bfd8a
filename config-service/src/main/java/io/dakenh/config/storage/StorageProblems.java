package io.dakenh.config.storage;

import com.mongodb.MongoException;
import io.dakenh.platform.problem.Problem;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The store is away: said plainly, with when to try again. */
class StorageProblems {
  private static final Logger LOG = Logger.getLogger(StorageProblems.class);

  @ServerExceptionMapper
  Response storage(MongoException failure, UriInfo uri) {
    LOG.warnf("the store does not answer on %s: %s", uri.getPath(), failure.toString());
    return Response.status(ProblemKind.UNAVAILABLE.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, 2)
        .entity(Problem.of(away(failure), uri.getPath()))
        .build();
  }

  static ProblemException away(@Nullable Throwable cause) {
    return ProblemException.unavailable(
        "storage-unavailable",
        "The settings cannot be reached right now. Please try again.",
        cause);
  }
}
