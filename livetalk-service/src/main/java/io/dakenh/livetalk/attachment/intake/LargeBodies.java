package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.web.BodyLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/** Only uploads may be large. */
@ApplicationScoped
class LargeBodies {
  private static final long USUAL = 256 * 1024L;
  private static final Set<String> UPLOADS =
      Set.of("/api/v1/attachments", "/api/v1/public/attachments");

  private final long most;

  @Inject
  LargeBodies(LivetalkConfig config) {
    this.most = config.attachments().mostBytes();
  }

  void register(@Observes Router router) {
    BodyLimits.register(
        router,
        (method, path) -> method.equals(HttpMethod.POST) && UPLOADS.contains(path) ? most : USUAL);
  }
}
