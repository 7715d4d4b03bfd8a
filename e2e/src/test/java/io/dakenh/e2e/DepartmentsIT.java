package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.ChannelsPage;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Providers;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Departments, as an owner makes and unmakes them, and what visitors and agents notice of it. */
class DepartmentsIT {
  private static final String DEPARTMENTS = "/api/config/v1/departments";
  private static final String FIRST = "Chăm sóc khách hàng";

  private Browsers browsers;
  private Business business;
  private SettingsPage console;
  private Page page;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 3);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("departments");
    page = console.page();
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
  @Rows({"DEP-1", "DEP-5"})
  void anOwnerAddsADepartmentWithItsPeopleInOrder() {
    // Given a form with the usual times
    console.button("Thêm bộ phận").click();
    assertThat(page.getByLabel("Thời gian chuyển tiếp")).hasValue("20");
    assertThat(page.getByLabel("Tổng thời gian phân bổ")).hasValue("300");

    // When nothing is filled in, a department stays unmade, and what is missing is said
    save();
    assertThat(page.locator("form")).containsText("Hãy đặt tên cho bộ phận.");
    assertThat(page.locator("form")).containsText("Cần ít nhất một nhân viên.");

    // And times outside their limits are refused in words, by the page and by the server
    for (String wrong : List.of("4", "301")) {
      time("Thời gian chuyển tiếp", wrong, "Nhập số từ 5 đến 300.");
      refused("passOnSeconds", Integer.parseInt(wrong));
    }
    for (String wrong : List.of("29", "3601")) {
      time("Tổng thời gian phân bổ", wrong, "Nhập số từ 30 đến 3600.");
      refused("totalSeconds", Integer.parseInt(wrong));
    }
    page.getByLabel("Thời gian chuyển tiếp").fill("5");
    page.getByLabel("Tổng thời gian phân bổ").fill("3600");

    // And three people are put in order: by keyboard, by mouse, by button
    business.agents().forEach(agent -> add(agent.name()));
    assertThat(order()).containsExactly("Bình", "Cúc", "Đức");
    dragByKeyboard("Đức", "ArrowUp");
    assertThat(order()).containsExactly("Bình", "Đức", "Cúc");
    dragByMouse("Bình", "Cúc");
    assertThat(order()).containsExactly("Đức", "Cúc", "Bình");
    console.button("Đưa " + nameOf("Bình") + " lên").click();
    assertThat(order()).containsExactly("Đức", "Bình", "Cúc");

    // And it has a picture, a way of allocation, and a name that is taken at first
    page.locator("input[type='file']").setInputFiles(Pictures.png("ban-hang.png", 80, 80));
    assertThat(page.getByRole(AriaRole.IMG, named("Hình ảnh"))).isVisible();
    page.getByRole(AriaRole.RADIO, named("Ngẫu nhiên")).check();
    page.getByRole(AriaRole.RADIO, named("Tuần tự")).check();
    page.getByLabel("Tên kịch bản").fill("  chăm sóc KHÁCH hàng ");
    save();
    assertThat(page.locator("form")).containsText("Đã có bộ phận mang tên này.");
    page.getByLabel("Tên kịch bản").fill("Tư vấn hoa cưới");
    save();

    // Then it stands in the list, and is kept as it was made
    Locator made = item("Tư vấn hoa cưới");
    assertThat(made).containsText("Tuần tự");
    assertThat(made).containsText("Chuyển sau 5 giây, tối đa 1 giờ 00 phút");
    assertThat(made).containsText("3 nhân viên");
    assertThat(made.locator("h2 img").first()).isVisible();
    JsonNode kept = department("Tư vấn hoa cưới");
    assertThat(kept.path("allocationMode").asText()).isEqualTo("sequential");
    assertThat(kept.path("passOnSeconds").asInt()).isEqualTo(5);
    assertThat(kept.path("totalSeconds").asInt()).isEqualTo(3600);
    assertThat(kept.path("pictureUrl").asText()).startsWith("/api/config/v1/public/media/");
    assertThat(kept.path("agentIds"))
        .extracting(JsonNode::asText)
        .containsExactly(agent("Đức").id(), agent("Bình").id(), agent("Cúc").id());
  }

  @Test
  @Rows("DEP-6")
  void theDefaultReceivesWhoWasAskedNothingAndHasASuccessor() {
    // Given two desks, and a new default department of the second agent alone
    DeskPage binh = DeskPage.signIn(browsers.person("vi-VN"), business, agent("Bình"));
    DeskPage cuc = DeskPage.signIn(browsers.person("vi-VN"), business, agent("Cúc"));
    console.button("Thêm bộ phận").click();
    page.getByLabel("Tên kịch bản").fill("Tiếp tân");
    add(nameOf("Cúc"));
    page.getByLabel("Bộ phận mặc định").click();
    save();
    assertThat(item("Tiếp tân")).containsText("Mặc định");
    assertThat(item(FIRST)).not().containsText("Mặc định");

    // When a visitor who is asked nothing comes
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Anh Tuấn", "Tiệm có giao đi Huế không?");

    // Then it is the new default that is asked, as it is for whoever writes to a Page or an OA
    cuc.joinButton().waitFor();
    Providers providers = Providers.of(business);
    ChannelsPage channels = ChannelsPage.signIn(browsers.person("vi-VN"), business);
    Providers.Place facebook = providers.page("Hoa Mai");
    Providers.Place zalo = providers.officialAccount("Hoa Mai OA");
    channels.login("Đăng nhập với Facebook");
    providers.approveFacebook(channels.page());
    channels.link(facebook.name());
    channels.login("Đăng nhập với Zalo Official Account");
    providers.approveZalo(channels.page(), zalo);
    assertThat(channels.outcome()).containsText("Đã liên kết");
    for (Providers.Place place : List.of(facebook, zalo)) {
      String customer = "Khách của " + place.provider();
      providers.customer(place, customer).says("Shop ơi");
      cuc.offers().filter(with(customer)).waitFor();
    }
    assertThat(binh.offers()).hasCount(0);

    // And the default goes only when another takes over, with whoever waits there
    console.button("Xóa Tiếp tân").click();
    Locator dialog = page.locator("[role='dialog']:visible");
    Locator delete = dialog.getByRole(AriaRole.BUTTON, exactly("Xóa"));
    assertThat(delete).isDisabled();
    console.pick(dialog.locator(".ant-select"), FIRST);
    delete.click();
    assertThat(item("Tiếp tân")).hasCount(0);
    assertThat(item(FIRST)).containsText("Mặc định");
    binh.join("Anh Tuấn");
    binh.awaitMessage("Tiệm có giao đi Huế không?");

    // And the only one left cannot go at all
    console.button("Xóa " + FIRST).click();
    assertThat(dialog).containsText("Đây là bộ phận mặc định và duy nhất.");
    assertThat(delete).isDisabled();
  }

  private void save() {
    page.getByRole(AriaRole.BUTTON, named("Lưu")).click();
  }

  private void time(String label, String seconds, String words) {
    page.getByLabel(label).fill(seconds);
    save();
    assertThat(page.locator("form")).containsText(words);
  }

  /** The page's limits are the server's. */
  private void refused(String member, int seconds) {
    String token = business.token(business.owner());
    ObjectNode body =
        SuiteClient.object()
            .put("name", "Thử")
            .put("allocationMode", "all")
            .put("passOnSeconds", 20)
            .put("totalSeconds", 300)
            .put("default", false)
            .put(member, seconds);
    body.putArray("agentIds").add(business.agents().getFirst().id());
    JsonNode problem = business.suite().client().post(token, DEPARTMENTS, body).body();
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/" + member);
  }

  private void add(String name) {
    Locator people = page.getByLabel("Thêm nhân viên vào bộ phận");
    people.fill(name);
    people.press("Enter");
    assertThat(page.locator("form ol > li").filter(with(name))).hasCount(1);
  }

  private List<String> order() {
    return page.locator("form ol > li").allInnerTexts().stream()
        .map(
            text -> business.agents().stream().filter(one -> text.contains(one.name())).findFirst())
        .map(agent -> agent.orElseThrow().name().replaceAll(".* ", ""))
        .toList();
  }

  private void dragByKeyboard(String who, String key) {
    Locator said = page.locator("[id^='DndLiveRegion']").first();
    handle(who).focus();
    page.keyboard().press("Space");
    assertThat(said).containsText(nameOf(who));
    String before = said.innerText();
    page.keyboard().press(key);
    assertThat(said).not().hasText(before);
    page.keyboard().press("Space");
    assertThat(said).containsText("Đã đặt");
  }

  private void dragByMouse(String who, String onto) {
    BoundingBox to = handle(onto).boundingBox();
    handle(who).hover();
    page.mouse().down();
    page.mouse()
        .move(to.x + to.width / 2, to.y + to.height / 2 + 2, new Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
    assertThat(page.locator("form ol > li[data-dragging='true']")).hasCount(0);
  }

  private Locator handle(String who) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName("Sắp xếp " + nameOf(who)).setExact(false));
  }

  private Locator item(String name) {
    return page.locator("main ul > li").filter(with(name));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private Business.Person agent(String givenName) {
    return business.agents().stream()
        .filter(agent -> agent.name().endsWith(givenName))
        .findFirst()
        .orElseThrow();
  }

  private String nameOf(String givenName) {
    return agent(givenName).name();
  }

  private JsonNode department(String name) {
    JsonNode all =
        business
            .suite()
            .client()
            .get(business.token(business.owner()), DEPARTMENTS)
            .successful()
            .body()
            .path("items");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
