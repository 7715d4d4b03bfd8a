package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.Answer;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Automatic messages, from the console to the visitor's screen. */
class SequencesIT {
  /** The shortest wait an owner may set for the two that speak to visitors who wait. */
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(80);

  private static final List<String> CARDS = List.of("start", "noReply", "offline");

  private Browsers browsers;
  private Business business;
  private SettingsPage console;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  @Test
  @Rows(value = "SEQ-4", part = "SEQ-1")
  void theBusinessSpeaksFirstInTheNameAndPictureOfTheButton() throws IOException {
    // Given: a widget that is open before anything was set
    WidgetPage widget = visitor();

    // When
    console.open("sequences");
    write(console, "start", 1, "Chào bạn, em là Mai!", "Bạn cần hoa cho dịp nào ạ?", "Em xem ngay");
    console.apply();
    console.open("button");
    console
        .at("/avatarMediaId")
        .locator("input[type='file']")
        .setInputFiles(new FilePayload("mai.png", "image/png", picture()));
    assertThat(console.at("/avatarMediaId").locator("img").first()).isVisible();
    named(console, widget, "Mai của Hoa Mai");
    widget.start("Anh Tú", "Bắt đầu");

    // Then: one by one, in order
    widget.awaitMessage("Chào bạn, em là Mai!");
    assertThat(heard(widget)).containsExactly("Chào bạn, em là Mai!");
    widget.awaitMessage("Em xem ngay");
    assertThat(heard(widget))
        .containsExactly("Chào bạn, em là Mai!", "Bạn cần hoa cho dịp nào ạ?", "Em xem ngay");
    Locator other = widget.window().locator("li.other");
    assertThat(other.first()).containsText("Mai của Hoa Mai");
    Locator face = other.last().locator(".avatar img");
    assertThat(face).hasAttribute("src", Pattern.compile("/public/media/"));
    Awaitility.await("the picture is there")
        .until(() -> (Boolean) face.evaluate("image => image.naturalWidth > 0"));

    // Switched off: the next visitor hears nothing, but is served.
    console.open("sequences").turn("/start/enabled", false).apply();
    WidgetPage next = visitor();
    named(console.open("button"), next, "Mai và các bạn");
    next.start("Chị Hà", "Có ai không?");
    DeskPage desk = desk();
    join(desk, "Chị Hà");
    desk.say("Dạ có ạ");
    next.awaitMessage("Dạ có ạ");
    assertThat(next.messages()).containsExactly("Có ai không?", "Dạ có ạ");
  }

  @Test
  @Rows("SEQ-3")
  void aKilledServiceNeitherLosesNorRepeatsOne() {
    // Given
    WidgetPage widget = visitor();
    console.open("sequences");
    write(console, "start", 4, "Chào bạn", "Bạn chờ chút nhé", "Cảm ơn bạn đã chờ");
    console.apply();
    named(console.open("button"), widget, "Hỏi Mai");
    widget.start("Anh Tú", "Bắt đầu");
    widget.awaitMessage("Chào bạn");

    // When: killed between two contents
    SuiteUnderTest suite = SuiteUnderTest.get();
    suite.kill9("livetalk");
    suite.awaitReady("livetalk");
    widget.awaitMessage("Bạn chờ chút nhé");
    suite.kill9("livetalk");
    suite.awaitReady("livetalk");

    // Then
    widget.awaitMessage("Cảm ơn bạn đã chờ");
    widget.say("Vâng");
    widget.awaitAllSent();
    assertThat(heard(widget)).containsExactly("Chào bạn", "Bạn chờ chút nhé", "Cảm ơn bạn đã chờ");
    assertThat(widget.messages()).hasSize(5).endsWith("Vâng");
    widget.page().reload();
    widget.awaitMessage("Vâng");
    assertThat(widget.messages()).hasSize(5);
  }

  @Test
  @Rows({"SEQ-1", "SEQ-2"})
  void visitorsWhoWaitHearWhetherSomeoneIsThereUntilThatChanges() {
    // Given: an agent at the desk, an agent who will go, one who will come, and one who never does
    refusesLessThanAMinute();
    DeskPage desk = desk();
    console.open("sequences");
    write(console, "start", 1, "Chào bạn", "Bạn cần gì ạ?");
    write(console, "noReply", 2, "Chờ em một chút nhé", "Em sắp xong rồi");
    write(console, "offline", 2, "Hiện chưa có ai", "Bạn để lại số nhé");
    console.apply();
    Waiting leaving = new Waiting("Hỏi Đức");
    Waiting coming = new Waiting("Hỏi Ánh");
    Waiting empty = new Waiting("Hỏi Cúc");
    DeskPage whoLeaves = leaving.desk();
    WidgetPage unanswered = visitor();
    named(console.open("button"), unanswered, "Hỏi Mai");
    WidgetPage answered = visitor();
    WidgetPage closed = visitor();

    // When: all of them ask
    long began = System.nanoTime();
    WidgetPage nobody = empty.visitor("Cô Sáu");
    WidgetPage left = leaving.visitor("Chú Bảy");
    whoLeaves.joinButton().waitFor();
    WidgetPage awaited = coming.visitor("Bác Năm");
    unanswered.start("Anh Tú", "Có ai không?");
    answered.start("Chị Hà", "Cho em hỏi");
    closed.start("Anh Ba", "Thôi để sau");

    // And: one agent answers one and closes another, one leaves, one comes
    answered.awaitMessage("Bạn cần gì ạ?");
    closed.awaitMessage("Bạn cần gì ạ?");
    join(desk, "Anh Ba");
    press(desk, "Đóng cuộc trò chuyện");
    press(desk, "Đóng lại");
    join(desk, "Chị Hà");
    desk.say("Dạ em nghe");
    answered.awaitMessage("Dạ em nghe");
    whoLeaves.page().close();
    coming.desk().joinButton().waitFor();
    unanswered.say("Alo?");

    // Then: a minute later each heard what was true of the agents, once, and who was answered
    // nothing
    await(nobody, "Bạn để lại số nhé");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(MINUTE);
    await(unanswered, "Em sắp xong rồi");
    await(left, "Bạn để lại số nhé");
    await(awaited, "Em sắp xong rồi");
    assertThat(heard(nobody)).containsExactly("Hiện chưa có ai", "Bạn để lại số nhé");
    assertThat(heard(left)).containsExactly("Hiện chưa có ai", "Bạn để lại số nhé");
    assertThat(heard(awaited)).containsExactly("Chờ em một chút nhé", "Em sắp xong rồi");
    assertThat(heard(unanswered))
        .containsExactly("Chào bạn", "Bạn cần gì ạ?", "Chờ em một chút nhé", "Em sắp xong rồi");
    assertThat(heard(answered)).containsExactly("Chào bạn", "Bạn cần gì ạ?", "Dạ em nghe");
    assertThat(heard(closed)).containsExactly("Chào bạn", "Bạn cần gì ạ?");
  }

  /** Another business, which says nothing at the start, and both things to those who wait. */
  private final class Waiting {
    private final Business business = Business.create(SuiteUnderTest.get(), 1);

    Waiting(String name) {
      SettingsPage owner =
          SettingsPage.signIn(browsers.person("vi-VN"), business).open("sequences");
      write(owner, "noReply", 2, "Chờ em một chút nhé", "Em sắp xong rồi");
      write(owner, "offline", 2, "Hiện chưa có ai", "Bạn để lại số nhé");
      owner.apply();
      WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
      named(owner.open("button"), widget, name);
    }

    DeskPage desk() {
      return DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    }

    WidgetPage visitor(String name) {
      return WidgetPage.visit(browsers.person("vi-VN"), business)
          .open()
          .start(name, "Có ai không?");
    }
  }

  private static void press(DeskPage desk, String button) {
    desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private void refusesLessThanAMinute() {
    String path = "/api/config/v1/sections/sequences";
    String token = business.token(business.owner());
    Answer current = business.suite().client().get(token, path).successful();
    for (String sequence : List.of("noReply", "offline")) {
      ObjectNode hasty = (ObjectNode) current.body().path("published").deepCopy();
      ((ObjectNode) hasty.path(sequence)).put("startDelaySeconds", 59);
      Answer refused =
          business.suite().client().put(token, path + "/draft", current.entityTag(), hasty);
      assertThat(refused.status()).isEqualTo(400);
      JsonNode fault = refused.body().path("errors").path(0);
      assertThat(fault.path("pointer").asText()).isEqualTo("/" + sequence + "/startDelaySeconds");
      assertThat(fault.path("code").asText()).isEqualTo("out-of-range");
    }
  }

  /** What the other side said, in order; a greeting at once may come before the visitor types. */
  private static List<String> heard(WidgetPage widget) {
    return widget.window().locator("li.other .bubble").allInnerTexts().stream()
        .map(String::strip)
        .toList();
  }

  private static void join(DeskPage desk, String visitor) {
    desk.offers().filter(withText(visitor)).getByTestId("offer-join").click();
    desk.composer().waitFor();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void await(WidgetPage widget, String text) {
    assertThat(widget.window().locator(".bubble").filter(withText(text)))
        .isVisible(
            new LocatorAssertions.IsVisibleOptions().setTimeout(MORE_THAN_A_MINUTE.toMillis()));
  }

  /** Names the button; once that shows in the open widget, what was applied before is known too. */
  private static void named(SettingsPage page, WidgetPage widget, String name) {
    page.write("/name", name).apply();
    assertThat(widget.launcher()).containsText(name);
  }

  /** Switches a sequence on, with its least delay; a new business has one content in each. */
  private static void write(SettingsPage page, String sequence, int gap, String... contents) {
    page.turn("/" + sequence + "/enabled", true)
        .write("/" + sequence + "/startDelaySeconds", sequence.equals("start") ? "0" : "60")
        .write("/" + sequence + "/gapSeconds", Integer.toString(gap));
    for (int i = 0; i < contents.length; i++) {
      String pointer = "/" + sequence + "/contents/" + i;
      if (page.at(pointer).count() == 0) {
        page.button("Thêm tin").nth(CARDS.indexOf(sequence)).click();
      }
      page.write(pointer, contents[i]);
    }
  }

  private WidgetPage visitor() {
    return WidgetPage.visit(browsers.person("vi-VN"), business).open();
  }

  private DeskPage desk() {
    return DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.PINK);
    brush.fillOval(8, 8, 48, 48);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
