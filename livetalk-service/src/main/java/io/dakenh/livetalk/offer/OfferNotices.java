package io.dakenh.livetalk.offer;

import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.push.Pushes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Notices of conversations that want somebody, on the devices of those who are asked. */
@ApplicationScoped
class OfferNotices {
  private static final Duration QUEUED_GOOD_FOR = Duration.ofHours(1);

  private final Pushes pushes;
  private final Directory directory;
  private final Clock clock;

  @Inject
  OfferNotices(Pushes pushes, Directory directory, Clock clock) {
    this.pushes = pushes;
    this.directory = directory;
    this.clock = clock;
  }

  /** An offer that has ended by then is no news. */
  void offered(UUID tenantId, OfferMade offer) {
    Duration left = Duration.between(clock.instant(), offer.expiresAt());
    if (left.compareTo(Duration.ofSeconds(1)) < 0) {
      return;
    }
    boolean english = english(tenantId);
    pushes.post(
        tenantId,
        List.of(offer.agentId()),
        new Pushes.Notice(
            offer.conversationId(),
            english
                ? "New conversation: " + offer.visitorName()
                : "Cuộc trò chuyện mới: " + offer.visitorName(),
            offer.preview(),
            "offer-" + offer.conversationId(),
            "/desk",
            left));
  }

  void queued(UUID tenantId, AllocationQueued queued, List<UUID> owners) {
    boolean english = english(tenantId);
    pushes.post(
        tenantId,
        owners,
        new Pushes.Notice(
            queued.conversationId(),
            english ? "A visitor is waiting" : "Khách đang chờ",
            english
                ? "Nobody has joined yet."
                : "Chưa có nhân viên nào tiếp nhận cuộc trò chuyện này.",
            "waiting-" + queued.conversationId(),
            "/desk?view=waiting",
            QUEUED_GOOD_FOR));
  }

  private boolean english(UUID tenantId) {
    return directory.locale(tenantId).equals("en");
  }
}
