package io.dakenh.config.http;

import io.dakenh.platform.web.Preconditions;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers with the ETag of the version. */
public final class Answers {
  private Answers() {}

  /** 200, or 304 when the caller has this version already. */
  public static Response read(Request request, Object view, long version) {
    EntityTag tag = Preconditions.tag(version);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    return Response.ok(view).tag(tag).build();
  }

  /** 200 with what a change led to. */
  public static Response changed(Object view, long version) {
    return Response.ok(view).tag(Preconditions.tag(version)).build();
  }

  /** 201 with where the new thing is, on the one origin people see. */
  public static Response created(String path, Object view, long version) {
    return Response.created(URI.create("/api/config/v1/" + path))
        .entity(view)
        .tag(Preconditions.tag(version))
        .build();
  }
}
