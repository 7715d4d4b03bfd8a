package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.CallSide;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Real calls between real browsers; microphone and camera are the browser's own fakes. */
@Isolated
class CallsIT {
  private static final Duration LIVE = Duration.ofSeconds(10);

  /** Silence of 20 s, told apart from our own: a service just restarted first waits for 40 s. */
  private static final Duration GONE = Duration.ofSeconds(80);

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private Browsers browsers;
  private Business business;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  private record Agent(DeskPage desk, CallSide side) {
    Locator offer() {
      return side.find("call-offer");
    }

    void answer() {
      side.find("call-answer").click();
    }

    void awaitTalking() {
      side.find("call-bar").and(desk.page().locator("[data-state='connected']")).waitFor();
    }
  }

  private record Visitor(WidgetPage widget, CallSide side) {
    void call(String way) {
      widget.window().locator("[data-function='" + way + "']").first().click();
    }

    void awaitState(String state) {
      widget.window().locator("[data-testid='call'][data-state='" + state + "']").waitFor();
    }
  }

  private Agent agent(int index) {
    Page page = browsers.person("vi-VN");
    CallSide side = CallSide.desk(page);
    return new Agent(DeskPage.signIn(page, business, business.agents().get(index)).touch(), side);
  }

  private Visitor visitor(Page page) {
    CallSide side = CallSide.visitor(page);
    WidgetPage widget = WidgetPage.visit(page, business).open();
    widget.window().locator("input[autocomplete='name']").fill("Chị Hương");
    return new Visitor(widget, side);
  }

  @Test
  @Rows(
      value = {"CALL-1", "CALL-5", "DEP-12"},
      part = {"CALL-2", "MIN-4"})
  void aVideoCallRingsIsPassedOnConnectsAndLeavesACardAndAMissedOneIsCalledBack() {
    // Given
    business = Business.create(suite, 2).asking("sequential");
    Agent first = agent(0);
    Agent second = agent(1);
    Visitor visitor = visitor(browsers.phone("vi-VN"));

    // When: it rings, and the visitor hears music
    visitor.call("video");
    visitor.awaitState("ringing");
    visitor.side().awaitMusic();
    Agent rung = await().atMost(LIVE).until(() -> ringing(first, second), each -> each != null);
    await("the ringtone").atMost(LIVE).until(() -> rung.side().rings());
    Agent other = rung == first ? second : first;
    visitor.widget().page().screenshot(shot("call-ringing-phone"));
    rung.desk().page().screenshot(shot("call-offer-desk"));
    assertThat(other.offer().count()).isZero();

    // And: declining passes on at once
    rung.side().find("call-pass").click();
    other.offer().waitFor();
    await("silence after the decline").atMost(LIVE).until(() -> !rung.side().rings());
    other.answer();

    // Then: both hear and see each other, and the music is over
    other.awaitTalking();
    visitor.awaitState("connected");
    visitor.side().awaitMedia(true);
    other.side().awaitMedia(true);
    await("the end of the music").atMost(LIVE).until(() -> visitor.side().musicLevel() == 0);
    assertThat(other.side().rings()).isFalse();
    visitor.widget().page().screenshot(shot("call-connected-phone"));
    other.desk().page().screenshot(shot("call-connected-desk"));

    // When: mute and camera are seen by the other side
    other.side().find("call-mute").click();
    visitor.widget().window().locator(".call-muted").waitFor();
    other.side().find("call-camera").click();
    visitor.widget().window().locator(".call-other .avatar").waitFor();
    other.side().find("call-camera").click();
    visitor.widget().window().locator(".call-other .avatar").waitFor(Browsers.gone());
    other.side().find("call-mute").click();
    visitor.widget().window().locator(".call-muted").waitFor(Browsers.gone());
    assertThat(entitlement("heldSeconds")).isPositive();

    // And: somebody hangs up
    visitor.side().find("call-hang-up").click();

    // Then
    visitor.awaitState("ended");
    Locator card = other.side().find("call-card");
    card.waitFor();
    assertThat(card.getAttribute("data-outcome")).isEqualTo("completed");
    other.desk().page().screenshot(shot("call-card-desk"));
    visitor.side().find("call-close").click();
    visitor
        .widget()
        .window()
        .locator(".bubble")
        .filter(new Locator.FilterOptions().setHasText("Cuộc gọi video · "))
        .waitFor();
    String who = other == first ? agentName(0) : agentName(1);
    assertThat(card.innerText()).contains(who);
    await("the minutes to be charged")
        .atMost(LIVE)
        .until(() -> entitlement("heldSeconds") == 0 && entitlement("monthlySecondsUsed") > 0);

    // When: the next call is missed
    visitor.call("audio");
    await("the ringtone").atMost(LIVE).until(() -> ringing(first, second) != null);
    visitor.side().find("call-hang-up").click();
    visitor.awaitState("ended");
    visitor.side().find("call-close").click();

    // Then: the card says so, and one tap calls back
    Locator missed = other.side().find("call-card").and(missed(other));
    missed.waitFor();
    other.desk().page().screenshot(shot("call-missed-desk"));
    missed.getByTestId("call-back").click();
    visitor.side().find("call-answer").click();
    other.awaitTalking();
    visitor.side().awaitMedia(false);
    other.side().awaitMedia(false);

    // And: from sound to pictures, when a camera is switched on
    other.side().find("call-camera").click();
    visitor.side().awaitMedia(true);
    other.side().find("call-hang-up").click();
    visitor.awaitState("ended");
  }

  private static Locator missed(Agent agent) {
    return agent.desk().page().locator("[data-missed='true']");
  }

  private String agentName(int index) {
    return business.agents().get(index).name();
  }

  private long entitlement(String member) {
    return suite
        .client()
        .get(business.token(business.owner()), "/api/billing/v1/entitlement")
        .successful()
        .body()
        .path(member)
        .asLong();
  }

  private static Agent ringing(Agent one, Agent other) {
    if (one.offer().count() > 0) {
      return one;
    }
    return other.offer().count() > 0 ? other : null;
  }

  @Test
  @Rows("CALL-4")
  void aCallOutlivesReloadsTheFirstAgentAndARestartOfTheService() {
    // Given: an audio call from within a conversation
    business = Business.create(suite, 2);
    Agent first = agent(0);
    Agent second = agent(1);
    Visitor visitor = visitor(browsers.person("vi-VN"));
    visitor.call("audio");
    first.offer().waitFor();
    first.answer();
    first.awaitTalking();
    visitor.awaitState("connected");
    second.offer().waitFor(Browsers.gone());

    // When the agent's page is loaded again, it goes on with the call
    first.desk().page().reload();
    first.desk().awaitConnected();
    first.awaitTalking();
    first.side().awaitMedia(false);
    visitor.side().awaitMedia(false);

    // And a second agent joins
    first.side().find("call-add").click();
    first
        .desk()
        .page()
        .locator(".ant-dropdown-menu-item")
        .filter(new Locator.FilterOptions().setHasText(business.agents().get(1).name()))
        .click();
    second.side().find("call-enter").click();
    second.awaitTalking();
    second.side().awaitMedia(false);
    await("two voices at the visitor's")
        .atMost(LIVE)
        .until(() -> visitor.side().find("call-other").count() == 2);

    // And the first one's tab is gone for good
    first.desk().page().close();
    await("one voice left")
        .atMost(GONE)
        .until(() -> visitor.side().find("call-other").count() == 1);
    visitor.side().awaitMedia(false);

    // And when livetalk dies, media goes on, and afterwards the call is still the same one
    suite.kill9("livetalk");
    visitor.side().awaitMedia(false);
    suite.awaitReady("livetalk");
    second.desk().awaitConnected();
    second.awaitTalking();
    visitor.side().awaitMedia(false);

    // And a page can be loaded again while the other side may still be looking for the service
    second.desk().page().reload();
    second.desk().awaitConnected();
    second.awaitTalking();
    second.side().awaitMedia(false);
    visitor.side().awaitMedia(false);
    second.side().find("call-hang-up").click();
    visitor.awaitState("ended");
  }

  @Test
  @Rows("CALL-3")
  void whoAnswersWithoutAWayToTheVisitorDoesNotKeepTheCall() {
    // Given: two agents one after the other, of whom the first one asked cannot be reached by media
    business = Business.create(suite, 2).asking("sequential");
    Page cutOff = browsers.person("vi-VN");
    CallSide side = CallSide.desk(cutOff).cutOff();
    Agent first =
        new Agent(DeskPage.signIn(cutOff, business, business.agents().getFirst()).touch(), side);
    Visitor visitor = visitor(browsers.person("vi-VN"));

    // When
    visitor.call("audio");
    first.offer().waitFor();
    Agent second = agent(1);
    first.answer();

    // Then: the visitor goes on ringing, at the second, who is there for it
    second.offer().waitFor();
    second.answer();
    second.awaitTalking();
    visitor.awaitState("connected");
    visitor.side().awaitMedia(false);
    visitor.side().find("call-hang-up").click();
    visitor.awaitState("ended");
    second.side().find("call-card").waitFor();
    assertThat(second.side().find("call-card").innerText())
        .contains(business.agents().get(1).name())
        .doesNotContain(business.agents().get(0).name());
  }

  @Test
  @Rows("SND-10")
  void theCheckOfAShiftTriesEverythingWithOnePress() {
    business = Business.create(suite, 1);
    Agent agent = agent(0);
    agent.desk().page().getByTestId("account-menu").click();
    agent.desk().page().getByTestId("shift-check").click();
    agent.desk().page().getByTestId("shift-check-run").click();

    for (String part : new String[] {"sound", "microphone", "camera", "network"}) {
      agent.desk().page().locator("[data-part='" + part + "'][data-result='good']").waitFor();
    }
    agent.desk().page().screenshot(shot("shift-check"));
  }

  @Test
  @Rows(part = "CALL-2")
  void aCallGoesThroughTheRelayWhereBrowsersCannotReachEachOther() {
    assumeTrue(suite.has("relay"), "coturn is not installed");
    business = Business.create(suite, 1);
    Page deskPage = browsers.person("vi-VN");
    CallSide deskSide = CallSide.desk(deskPage).relayOnly();
    Agent agent =
        new Agent(
            DeskPage.signIn(deskPage, business, business.agents().getFirst()).touch(), deskSide);
    Page page = browsers.person("vi-VN");
    CallSide side = CallSide.visitor(page).relayOnly();
    WidgetPage widget = WidgetPage.visit(page, business).open();
    widget.window().locator("input[autocomplete='name']").fill("Anh Tuấn");
    Visitor visitor = new Visitor(widget, side);

    visitor.call("audio");
    agent.answer();

    agent.awaitTalking();
    visitor.side().awaitMedia(false);
    assertThat(visitor.side().relayed()).isTrue();
    assertThat(agent.side().relayed()).isTrue();
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
  }
}
