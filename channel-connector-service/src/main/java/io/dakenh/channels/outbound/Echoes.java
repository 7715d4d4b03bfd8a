package io.dakenh.channels.outbound;

import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells our own messages that come back from those written elsewhere, so that nothing doubles. */
@ApplicationScoped
public class Echoes {
  private final Parts parts;
  private final MessageIds ids;
  private final Deliveries deliveries;

  @Inject
  Echoes(Parts parts, MessageIds ids, Deliveries deliveries) {
    this.parts = parts;
    this.ids = ids;
    this.deliveries = deliveries;
  }

  /** Where an echo comes from. */
  public enum Origin {
    OURS,
    ELSEWHERE,
    /** A call of ours is under way: its answer will tell. */
    UNCLEAR
  }

  /** Judges an echo; one that answers a call whose answer was lost settles it. */
  public Origin origin(ChannelThread thread, Incoming event) {
    String externalId = String.valueOf(event.externalId());
    Optional<OutgoingPart> named = correlated(event.correlation());
    if (named.isPresent()) {
      deliveries.sent(named.get(), externalId, null, null);
      return Origin.OURS;
    }
    if (ids.find(thread.channelId(), externalId).isPresent()) {
      return Origin.OURS;
    }
    if (thread.kind() == Kind.FACEBOOK && !thread.comment()) {
      return Origin.ELSEWHERE;
    }
    if (thread.kind() == Kind.ZALO && event.author() != null) {
      return Origin.ELSEWHERE;
    }
    return withoutName(thread, event, externalId);
  }

  /** Zalo, and comments, give nothing of ours back: only the words and the moment can tell. */
  private Origin withoutName(ChannelThread thread, Incoming event, String externalId) {
    boolean underWay = false;
    for (OutgoingPart part : parts.inDoubt(thread.id())) {
      if ("sending".equals(part.state())) {
        underWay = true;
      } else if (same(part, event)) {
        deliveries.sent(part, externalId, null, null);
        return Origin.OURS;
      }
    }
    if (parts.resent(thread.id()).stream().anyMatch(part -> same(part, event))) {
      return Origin.OURS;
    }
    return underWay ? Origin.UNCLEAR : Origin.ELSEWHERE;
  }

  private static boolean same(OutgoingPart part, Incoming event) {
    return part.words() == null ? !event.files().isEmpty() : part.words().equals(event.text());
  }

  private Optional<OutgoingPart> correlated(@Nullable String correlation) {
    if (correlation == null) {
      return Optional.empty();
    }
    try {
      return parts.byCorrelation(UUID.fromString(correlation));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
