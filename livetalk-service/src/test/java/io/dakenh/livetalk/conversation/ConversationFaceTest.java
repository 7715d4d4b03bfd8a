package io.dakenh.livetalk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.conversation.Conversation.Participant;
import io.dakenh.livetalk.conversation.ConversationView.AgentView;
import io.dakenh.livetalk.conversation.ConversationView.VisitorView;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.settings.Representation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What visitors are shown of agents, for every setting and every crowd of agents. */
class ConversationFaceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final Face DEPARTMENT = new Face(new UUID(9, 9), "Bán hàng", "/bo-phan.png");

  @Provide
  Arbitrary<String> modes() {
    return Arbitraries.of("none", "department", "agent");
  }

  @Property
  @Rows(part = {"WIN-11", "WIN-12", "WIN-13"})
  void eitherEveryAgentIsShownAndToldOrNone(
      @ForAll boolean representative,
      @ForAll("modes") String mode,
      @ForAll @IntRange(max = 4) int agents,
      @ForAll @IntRange(max = 4) int author) {
    boolean represented = Representation.holds(representative, mode);
    List<Participant> participants = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      participants.add(
          new Participant(
              new AgentView(id(i), "Nhân viên " + i, "/mat-" + i + ".png", (long) i), i));
    }
    Conversation conversation = conversation(participants, author, represented ? DEPARTMENT : null);

    ConversationView shown = conversation.seenByVisitor();
    String told = Frames.encode(new Frames.Conversation(shown));

    assertThat(represented).isEqualTo(representative && !mode.equals("agent"));
    if (represented) {
      assertThat(told).doesNotContain("Nhân viên").doesNotContain("/mat-");
      assertThat(told).doesNotContain("joinedAfter");
      for (int i = 0; i <= 4; i++) {
        assertThat(told).doesNotContain(id(i).toString());
      }
      assertThat(shown.agents())
          .extracting(AgentView::name)
          .isEqualTo(agents == 0 ? List.of() : List.of("Bán hàng"));
    } else {
      assertThat(shown.agents()).isEqualTo(participants.stream().map(Participant::agent).toList());
      assertThat(shown.agents()).allMatch(agent -> agent.joinedAfter() != null);
    }
    // Whoever works there sees everyone, whatever visitors see.
    assertThat(conversation.seenByAgent(id(0)).agents())
        .isEqualTo(participants.stream().map(Participant::agent).toList());
  }

  private static UUID id(int agent) {
    return new UUID(7, agent);
  }

  private static Conversation conversation(
      List<Participant> participants, int author, @Nullable Face face) {
    return new Conversation(
        new UUID(1, 1),
        new UUID(2, 2),
        1,
        1,
        "open",
        "livetalk",
        new VisitorView(new UUID(3, 3), "Khách", null, null, null, null, null),
        DEPARTMENT.id(),
        participants,
        5,
        0,
        new Conversation.Delivered(0, 0),
        Message.text(
            new UUID(4, 4),
            5,
            new Message.Author("agent", id(author), "Nhân viên " + author, "/mat-x.png"),
            "Dạ",
            new UUID(5, 5),
            NOW),
        NOW,
        NOW,
        null,
        null,
        face,
        new CareFacts(false, null, 0, 0, false, List.of(), null, null),
        0);
  }
}
