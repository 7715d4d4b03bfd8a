package io.dakenh.config.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.InteractionButtons.Look;
import io.dakenh.config.department.Department;
import io.dakenh.config.staff.Staff;
import io.dakenh.config.widget.PublicWidget.PublicAgent;
import io.dakenh.config.widget.PublicWidget.PublicButton;
import io.dakenh.contracts.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final Look LOOK =
      new Look("preset", "chat", "#000000", "#ffffff", null, null, "Nút", "#ffffff");

  private static ChatWindow window(boolean audio, boolean video) {
    return new ChatWindow(
        "#000000",
        "#ffffff",
        "Tiêu đề",
        "",
        audio,
        video,
        List.of(),
        "none",
        false,
        380,
        600,
        new ChatWindow.Signature(null, "", null));
  }

  private static List<PublicButton> row(String display, boolean audio, boolean video) {
    return ButtonRow.of(
        new InteractionButtons(display, LOOK, LOOK, LOOK), window(audio, video), Map.of());
  }

  @Provide
  Arbitrary<String> displays() {
    return Arbitraries.of(
        "equal",
        "only-chat",
        "only-audio",
        "only-video",
        "highlight-chat",
        "highlight-audio",
        "highlight-video");
  }

  @Property
  @Rows(part = {"WIN-5", "ITB-5"})
  void whatIsOffIsNeverShownAndItsOptionCountsAsEqual(
      @ForAll("displays") String display, @ForAll boolean audio, @ForAll boolean video) {
    List<PublicButton> row = row(display, audio, video);

    List<String> on = new ArrayList<>(List.of("chat"));
    if (audio) {
      on.add("audio");
    }
    if (video) {
      on.add("video");
    }
    String wanted = display.substring(display.indexOf('-') + 1);
    boolean possible = on.contains(wanted);
    if (display.startsWith("only-") && possible) {
      assertThat(row).singleElement().matches(b -> b.function().equals(wanted) && !b.highlighted());
    } else if (display.startsWith("highlight-") && possible) {
      assertThat(row).extracting(PublicButton::function).containsExactlyInAnyOrderElementsOf(on);
      assertThat(row.getFirst()).matches(b -> b.function().equals(wanted) && b.highlighted());
      assertThat(row.subList(1, row.size())).noneMatch(PublicButton::highlighted);
    } else {
      assertThat(row).isEqualTo(row("equal", audio, video));
      assertThat(row).extracting(PublicButton::function).containsExactlyElementsOf(on);
      assertThat(row).noneMatch(PublicButton::highlighted);
    }
  }

  @Property
  @Rows(part = {"WIN-11", "WIN-12", "WIN-13"})
  void oneFaceStandsForAllUnlessVisitorsChooseAgentsByName(
      @ForAll("modes") String mode, @ForAll boolean representative) {
    ChatWindow plain = window(false, false);
    ChatWindow window =
        new ChatWindow(
            plain.headerColor(),
            plain.textColor(),
            plain.title(),
            plain.description(),
            plain.audio(),
            plain.video(),
            plain.fields(),
            mode,
            representative,
            plain.widthPixels(),
            plain.heightPixels(),
            plain.signature());

    assertThat(window.represents()).isEqualTo(representative && !mode.equals("agent"));
  }

  @Provide
  Arbitrary<String> modes() {
    return Arbitraries.of("none", "department", "agent");
  }

  @Test
  void visitorsChooseAmongActiveAgentsEachOnce() {
    Staff here = person("Lan", true);
    Staff gone = person("Minh", false);
    Staff both = person("Hoa", true);
    Department sales = department("Bán hàng", here.id, gone.id, both.id);
    Department care = department("Chăm sóc", both.id);

    care.pictureUrl = "/api/config/v1/public/media/a/b";

    People people = People.of(List.of(sales, care), List.of(both, gone, here));

    assertThat(people.departments())
        .extracting(PublicWidget.PublicDepartment::name)
        .containsExactly("Bán hàng", "Chăm sóc");
    assertThat(people.departments())
        .extracting(PublicWidget.PublicDepartment::pictureUrl)
        .containsExactly(null, "/api/config/v1/public/media/a/b");
    assertThat(people.agents())
        .containsExactly(
            new PublicAgent(here.id, "Lan", null, sales.id),
            new PublicAgent(both.id, "Hoa", null, sales.id));
  }

  private static Staff person(String name, boolean active) {
    Staff staff = new Staff();
    staff.id = UUID.randomUUID();
    staff.name = name;
    staff.active = active;
    return staff;
  }

  private static Department department(String name, UUID... agents) {
    Department department = new Department();
    department.id = UUID.randomUUID();
    department.name = name;
    department.agentIds = List.of(agents);
    return department;
  }
}
