package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.CallAnnouncer;
import io.dakenh.livetalk.call.Minutes;
import io.dakenh.livetalk.contact.Blocks;
import io.dakenh.livetalk.conversation.ConversationReader;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.offer.Offers;
import io.dakenh.livetalk.party.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes the frame {@code ready}: how everything stands for the person of a socket. */
@ApplicationScoped
class Greeting {
  private final ConversationReader conversations;
  private final Offers offers;
  private final Blocks blocks;
  private final CallAnnouncer calls;
  private final Minutes minutes;
  private final Clock clock;
  private final int pingSeconds;

  @Inject
  Greeting(
      ConversationReader conversations,
      Offers offers,
      Blocks blocks,
      CallAnnouncer calls,
      Minutes minutes,
      Clock clock,
      LivetalkConfig config) {
    this.conversations = conversations;
    this.offers = offers;
    this.blocks = blocks;
    this.calls = calls;
    this.minutes = minutes;
    this.clock = clock;
    this.pingSeconds = config.socket().pingSeconds();
  }

  /** Read from the database, so only for virtual threads. */
  String of(SocketConnection connection) {
    Party party = connection.party();
    return Frames.encode(
        new Frames.Ready(
            connection.id(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            pingSeconds,
            new Frames.Me(party.kind().code(), party.id(), party.name()),
            conversations.first(party),
            party.visitor() ? null : offers.pending(party),
            party.visitor() && blocks.blocked(party) ? Boolean.TRUE : null,
            party.visitor()
                ? calls.ofVisitor(party).map(List::of).orElse(null)
                : calls.ofAgent(party),
            minutes.off(party.tenantId())));
  }
}
