package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Business.Person;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom visitors are offered to, one after the other, and what everybody sees of it. */
class AllocationIT {
  private static final int PASS_ON_SECONDS = 5;
  private static final int TOTAL_SECONDS = 30;
  private static final Duration A_ROUND = Duration.ofSeconds(4 * PASS_ON_SECONDS);

  private static final Duration UNTIL_QUEUED = Duration.ofSeconds(TOTAL_SECONDS + 20);

  /** Much less than the time after which an offer is passed on by itself. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private Browsers browsers;
  private Business business;

  @BeforeEach
  void openBusiness() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 3);
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
  @Rows({"DEP-4", "DEP-11"})
  void eachNextOneIsDrawnAmongThoseOnlineAndNotYetTried() {
    // Given two of three at their desks, of whom one at a time is drawn
    asking("random", 2 * TOTAL_SECONDS);
    DeskPage binh = desk(agent(0));
    DeskPage cuc = desk(agent(1));
    List<String> online = List.of(agent(0).name(), agent(1).name());

    // When a visitor comes, and nobody stirs for more than a round
    visitor("Chị Hoa", "Có ai tư vấn giúp mình không?");
    await("the first offer")
        .until(() -> binh.offers().count() + cuc.offers().count(), one -> one == 1);
    DeskPage first = binh.offers().count() == 1 ? binh : cuc;
    DeskPage second = first == binh ? cuc : binh;
    String conversation = first.offers().first().getAttribute("data-conversation");
    second.offers().first().waitFor();
    assertThat(first.offers()).hasCount(0);
    await("a second round")
        .atMost(A_ROUND)
        .until(() -> steps(conversation, "offered"), offered -> offered.size() == 3);

    // Then nobody was asked twice in a round, and nobody who is not there at all
    List<JsonNode> offered = steps(conversation, "offered");
    assertThat(candidates(offered.get(0))).containsExactlyInAnyOrderElementsOf(online);
    assertThat(candidates(offered.get(1))).containsExactly(asked(offered.get(1)));
    assertThat(asked(offered.get(1))).isNotEqualTo(asked(offered.get(0))).isIn(online);
    assertThat(candidates(offered.get(2))).containsExactlyInAnyOrderElementsOf(online);
    for (int index = 1; index < offered.size(); index++) {
      assertThat(Duration.between(at(offered.get(index - 1)), at(offered.get(index))))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(PASS_ON_SECONDS));
    }

    // And who joins reads all of it beside the conversation
    String last = asked(offered.get(2));
    DeskPage joining = last.equals(agent(0).name()) ? binh : cuc;
    joining.join("Chị Hoa");
    Locator panel = joining.contactPanel();
    assertThat(panel).containsText("Mời " + asked(offered.get(0)) + ", chọn ngẫu nhiên");
    assertThat(panel).containsText(asked(offered.get(0)) + " không trả lời kịp");
    assertThat(panel).containsText(asked(offered.get(1)) + " không trả lời kịp");
    assertThat(panel).containsText("Bắt đầu lượt mời mới");
    assertThat(panel).containsText(last + " tham gia");
    assertThat(panel.locator("[data-kind='offered'] small").first()).containsText(online.get(1));
  }

  @Test
  @Rows("DEP-7")
  void roundsGoOnUntilTheTotalTimeIsOverAndThenTheQueueIsOpenToAll() {
    // Given one agent at a desk, and an owner somewhere in the console
    asking("sequential", TOTAL_SECONDS);
    DeskPage owner = desk(business.owner());
    owner.page().navigate(business.suite().url() + "/settings/links");
    DeskPage binh = desk(agent(0));

    // When two visitors come, then a second agent, into the ring
    visitor("Chị Hoa", "Tiệm có hoa sen không?");
    binh.offers().first().waitFor();
    String hoa = binh.offers().first().getAttribute("data-conversation");
    visitor("Anh Tuấn", "Cho hỏi giá lan hồ điệp");
    DeskPage cuc = desk(agent(1));
    Locator offerOfHoa = cuc.offers().filter(with("Chị Hoa"));
    offerOfHoa.waitFor();

    // And a decline passes on at once, to whoever is next in the ring: a new round if need be
    assertThat(binh.offers().filter(with("Chị Hoa"))).hasCount(0);
    int before = steps(hoa, "offered").size();
    offerOfHoa.getByTestId("offer-pass").click();
    binh.offers().filter(with("Chị Hoa")).waitFor();
    Instant declined = at(steps(hoa, "declined").getLast());
    assertThat(Duration.between(declined, at(steps(hoa, "offered").get(before))))
        .isLessThan(AT_ONCE);

    // Then, when the total time is over, the owner is told on whatever page, and nobody is asked
    owner
        .page()
        .getByText("Có khách chưa ai tiếp nhận")
        .waitFor(new Locator.WaitForOptions().setTimeout(UNTIL_QUEUED.toMillis()));
    assertThat(steps(hoa, "round-started")).isNotEmpty();
    assertThat(binh.offers()).hasCount(0);
    assertThat(cuc.offers()).hasCount(0);
    assertThat(
            cuc.page()
                .getByRole(
                    AriaRole.RADIO,
                    new Page.GetByRoleOptions().setName(Pattern.compile("^Chưa tiếp nhận\\s*2$"))))
        .hasCount(1);

    // And whoever comes online is asked, about the one who waits longest first
    DeskPage duc = desk(agent(2));
    duc.offers().filter(with("Anh Tuấn")).waitFor();
    String tuan = duc.offers().filter(with("Anh Tuấn")).first().getAttribute("data-conversation");
    assertThat(steps(hoa, "offered").getLast().path("reason").asText())
        .isEqualTo("waiting-in-queue");
    assertThat(at(steps(hoa, "offered").getLast()))
        .isBeforeOrEqualTo(at(steps(tuan, "offered").getLast()));

    // And anyone takes what waits, before whoever is being asked
    cuc.page().navigate(business.suite().url() + "/queue");
    Page queue = cuc.page();
    queue
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tiếp nhận Chị Hoa"))
        .click();
    duc.offers().filter(with("Chị Hoa")).waitFor(Browsers.gone());
    assertThat(steps(hoa, "joined").getLast().at("/agent/name").asText())
        .isEqualTo(agent(1).name());
    duc.join("Anh Tuấn");
    assertThat(queue.locator("main")).containsText("Không có ai đang chờ");
  }

  @Test
  @Rows("DEP-8")
  void agentsSeeTheirDepartmentsAndOwnersEverythingWithoutBeingAsked() {
    // Given two departments of one agent each
    Person binh = agent(0);
    Person cuc = agent(1);
    business.reshape(department -> department.putArray("agentIds").add(binh.id()));
    String weddings = business.department("Hoa cưới", "all", cuc);
    DeskPage atBinh = desk(binh);
    DeskPage atCuc = desk(cuc);
    DeskPage owner = desk(business.owner());

    // When a visitor comes to the first
    visitor("Chị Hoa", "Mình muốn đặt hoa");
    atBinh.join();

    // Then its agent and the owner have it, the other agent does not, and the owner was not asked
    String conversation = atBinh.composer().getAttribute("data-conversation");
    String path = "/api/livetalk/v1/conversations/" + conversation;
    SuiteClient client = business.suite().client();
    owner.open("all", "Chị Hoa");
    owner.awaitMessage("Mình muốn đặt hoa");
    assertThat(owner.offers()).hasCount(0);
    list(atCuc, "all");
    assertThat(atCuc.conversations()).hasCount(0);
    assertThat(client.get(business.token(cuc), path).status()).isEqualTo(404);
    assertThat(steps(conversation, "offered"))
        .extracting(AllocationIT::asked)
        .containsExactly(binh.name());

    // And when it moves to the second department, it changes hands
    client
        .post(
            business.token(binh),
            path + "/transfer",
            SuiteClient.object().put("departmentId", weddings))
        .successful();
    atCuc.join("Chị Hoa");
    assertThat(client.get(business.token(binh), path).status()).isEqualTo(404);
    list(atBinh, "all");
    assertThat(atBinh.conversations()).hasCount(0);
    assertThat(owner.composer().or(owner.page().getByTestId("join"))).isVisible();

    // And an owner who is also one of a department's agents is asked like them
    business.reshape(
        department -> {
          ArrayNode agents = department.putArray("agentIds");
          agents.add(binh.id()).add(business.owner().id());
        });
    visitor("Anh Tuấn", "Tiệm có ship không?");
    owner.offers().filter(with("Anh Tuấn")).waitFor();
    atBinh.offers().filter(with("Anh Tuấn")).waitFor();
    owner.join("Anh Tuấn");
    assertThat(atBinh.offers()).hasCount(0);
    assertThat(atCuc.offers()).hasCount(0);
  }

  private void asking(String mode, int totalSeconds) {
    business.reshape(
        department ->
            department
                .put("allocationMode", mode)
                .put("passOnSeconds", PASS_ON_SECONDS)
                .put("totalSeconds", totalSeconds));
  }

  private Person agent(int index) {
    return business.agents().get(index);
  }

  private DeskPage desk(Person person) {
    return DeskPage.signIn(browsers.person("vi-VN"), business, person);
  }

  private void visitor(String name, String text) {
    WidgetPage.visit(browsers.person("vi-VN"), business).open().start(name, text);
  }

  private void list(DeskPage desk, String view) {
    desk.page().navigate(business.suite().url() + "/desk?view=" + view);
    desk.awaitConnected();
  }

  /** Steps of this kind, oldest first. */
  private List<JsonNode> steps(String conversation, String kind) {
    JsonNode page =
        business
            .suite()
            .client()
            .get(
                business.token(business.owner()),
                "/api/routing/v1/conversations/" + conversation + "/timeline?limit=100")
            .successful()
            .body();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(step -> step.path("kind").asText().equals(kind))
        .toList();
  }

  private static String asked(JsonNode step) {
    return step.at("/agent/name").asText();
  }

  private static Instant at(JsonNode step) {
    return Instant.parse(step.path("at").asText());
  }

  private static List<String> candidates(JsonNode step) {
    return step.path("candidates").findValuesAsText("name");
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
