package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Words;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console as a place: its pages, how they are reached, and the languages they speak. */
class ConsoleIT {
  private static final String CONFIG = "/api/config/v1";

  /** Address of each section's page, its name in the navigation, and its title. */
  private static final Map<String, List<String>> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("channels", List.of("Kênh tương tác", "Kênh tương tác"));
    SECTIONS.put("departments", List.of("Bộ phận tiếp nhận", "Bộ phận tiếp nhận"));
    SECTIONS.put("sounds", List.of("Âm thanh và thông báo", "Âm thanh và thông báo"));
    SECTIONS.put("popups", List.of("Thông điệp theo trang", "Thông điệp theo trang"));
    SECTIONS.put("sequences", List.of("Chuỗi tin nhắn", "Tin nhắn tự động"));
    SECTIONS.put("canned-messages", List.of("Tin nhắn mẫu", "Tin nhắn mẫu"));
    SECTIONS.put("button", List.of("Nút bắt đầu", "Nút bắt đầu trò chuyện"));
    SECTIONS.put("window", List.of("Giao diện trò chuyện", "Giao diện trò chuyện"));
    SECTIONS.put("interaction-buttons", List.of("Các nút tương tác", "Các nút tương tác"));
    SECTIONS.put("links", List.of("Liên kết khác", "Liên kết khác"));
    SECTIONS.put("integration", List.of("Tích hợp", "Tích hợp"));
    SECTIONS.put("audit", List.of("Nhật ký", "Nhật ký"));
  }

  /** Names of products, languages and formats, which are the same in every language. */
  private static final List<String> NAMES =
      List.of(
          "Đa Kênh",
          "Tiếng Việt",
          "English",
          "Facebook",
          "Zalo",
          "LiveTalk",
          "Website",
          "E-mail",
          "CSV",
          "HTML",
          "Google Tag Manager",
          "WordPress",
          "React",
          "dd/mm/yyyy",
          "px");

  private static final List<String> PAGES =
      List.of(
          "/desk",
          "/settings/channels",
          "/settings/departments",
          "/settings/departments/new",
          "/settings/sounds",
          "/settings/popups",
          "/settings/sequences",
          "/settings/canned-messages",
          "/settings/button",
          "/settings/window",
          "/settings/interaction-buttons",
          "/settings/links",
          "/settings/integration",
          "/settings/audit",
          "/staff",
          "/minutes",
          "/referral");

  private Browsers browsers;

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

  @Test
  @Rows("GEN-2")
  void everySectionHasItsPageInOnePlace() {
    // Given
    Business business = Business.create(SuiteUnderTest.get(), 1);
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    Page page = console.page();
    Locator navigation = page.getByRole(AriaRole.NAVIGATION);
    SECTIONS.forEach(
        (path, names) -> {
          // When it is chosen in the navigation
          navigation
              .getByRole(
                  AriaRole.LINK,
                  new Locator.GetByRoleOptions().setName(names.getFirst()).setExact(true))
              .click();

          // Then that is the page of this section, in the place of the configuration
          assertThat(page).hasURL(Pattern.compile(".*/settings/" + path + "$"));
          assertPage(page, names.getLast());
          assertThat(navigation.locator("[aria-current='page']")).hasText(names.getFirst());

          // And it has an address of its own
          console.open(path);
          assertPage(page, names.getLast());
        });

    // And to agents there is no such place, however they go there
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    Locator places = desk.page().getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK);
    assertThat(places.first()).isVisible();
    assertThat(places.and(desk.page().locator("[href*='/settings']"))).hasCount(0);
    desk.page().navigate(business.suite().url() + "/settings/window");
    assertThat(desk.page().locator("main")).containsText("Không có trang này");
  }

  private static void assertPage(Page page, String title) {
    assertThat(page.locator("main h1")).hasText(title);
    assertThat(page).hasTitle(title + " · Đa Kênh");
    assertThat(page.locator("main header").first()).containsText("Tích hợp / Đa kênh / Cấu hình");
  }

  @Test
  @Rows("GEN-6")
  void consoleDeskAndWidgetSpeakBothLanguages() {
    // Given a business whose own words are English, so that all that is Vietnamese is ours
    Business business = Business.inEnglish(SuiteUnderTest.get(), 1);
    fill(business);
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    console.open("popups").apply();
    Page owner = console.page();
    Page visitor = browsers.person("vi-VN");
    visitor.navigate(business.suite().url() + "/site/thu/?key=" + business.widgetKey());
    Map<String, Words> vietnamese = new LinkedHashMap<>();
    Map<String, Words> english = new LinkedHashMap<>();

    // When a visitor, an agent and an owner go everywhere in one language and in the other
    open(visitor);
    widget(visitor, "start", vietnamese);
    visitor.locator("#language").click();
    visitor.waitForURL(Pattern.compile(".*lang=en.*"));
    FrameLocator window = visitor.frameLocator("dakenh-widget iframe");
    window.locator("[data-function='chat']").waitFor();
    widget(visitor, "start", english);
    window.locator("input[autocomplete='name']").fill("Jane");
    window.locator("[data-function='chat']").click();
    window.locator(".composer textarea").fill("Do you have lilies?");
    window.locator(".composer textarea").press("Enter");
    desk.joinButton().waitFor();
    desk(desk.page(), "offer", vietnamese, english);
    desk.join();
    desk.awaitMessage("Do you have lilies?");
    desk.say("Ten of them");
    window.locator("li.other").first().waitFor();
    desk(desk.page(), "talk", vietnamese, english);
    widget(visitor, "talk", english);
    visitor.locator("#language").click();
    visitor.waitForURL(Pattern.compile(".*lang=vi.*"));
    window.locator("li.other").first().waitFor();
    widget(visitor, "talk", vietnamese);
    walk(owner, business, vietnamese);
    owner.navigate(business.suite().url() + "/desk");
    speak(owner, "English");
    walk(owner, business, english);

    // Then each says everything in its own words, and nothing in the other's
    List<String> data = dataOf(business);
    SoftAssertions softly = new SoftAssertions();
    english.forEach(
        (where, words) -> {
          Words same = vietnamese.get(where);
          softly.assertThat(words.vietnamese(data)).as(where + " in English").isEmpty();
          softly.assertThat(words.saidAlike(same, data)).as(where + " in both").isEmpty();
          softly.assertThat(same.vietnamese(data)).as(where + " in Vietnamese").isNotEmpty();
        });
    softly.assertAll();
    assertThat(english).hasSizeGreaterThan(20).containsOnlyKeys(vietnamese.keySet());

    // And whoever chose a language finds it again
    owner.reload();
    owner.locator("main h1").waitFor();
    assertThat(owner.locator("html")).hasAttribute("lang", "en");
  }

  /** Something of everything, so that every page has more to say than that it is empty. */
  private static void fill(Business business) {
    SuiteClient client = business.suite().client();
    String token = business.token(business.owner());
    ObjectNode canned =
        SuiteClient.object().put("name", "Opening").put("content", "Hello {visitor}");
    client.post(token, CONFIG + "/canned-messages", canned).successful();
    ObjectNode popups = SuiteClient.object();
    popups
        .putArray("items")
        .addObject()
        .put("id", UUID.randomUUID().toString())
        .put("title", "Lilies today")
        .put("path", "/lilies")
        .put("content", "Ten of them")
        .put("delaySeconds", 5)
        .put("resend", true);
    draft(client, token, "popups", popups);
    ObjectNode links = SuiteClient.object().put("layout", "full");
    links
        .putArray("items")
        .addObject()
        .put("id", UUID.randomUUID().toString())
        .put("kind", "phone")
        .put("target", "0912345678")
        .put("description", "Call the shop");
    draft(client, token, "links", links);
  }

  private static void draft(SuiteClient client, String token, String section, ObjectNode content) {
    String path = CONFIG + "/sections/" + section;
    String tag = client.get(token, path).successful().entityTag();
    client.put(token, path + "/draft", tag, content).successful();
  }

  /** What the business itself said, wherever it turns up. */
  private static List<String> dataOf(Business business) {
    List<String> data = new ArrayList<>(NAMES);
    data.addAll(
        List.of("Jane", "Do you have lilies?", "Ten of them", "Dùng thử LiveTalk", "Try LiveTalk"));
    // Who has no picture is shown by initials.
    data.addAll(List.of("BM", "MB"));
    data.add(business.owner().name());
    data.add(business.owner().email());
    business.agents().forEach(agent -> data.addAll(List.of(agent.name(), agent.email())));
    SuiteClient client = business.suite().client();
    String token = business.token(business.owner());
    SECTIONS.keySet().stream()
        .map(section -> client.get(token, CONFIG + "/sections/" + section))
        .filter(answer -> answer.status() == 200)
        .forEach(answer -> sentences(answer.body(), data));
    sentences(client.get(token, CONFIG + "/me").successful().body(), data);
    sentences(client.get(token, CONFIG + "/departments").successful().body(), data);
    sentences(client.get(token, CONFIG + "/canned-messages").successful().body(), data);
    data.sort(Comparator.comparingInt(String::length).reversed());
    return data;
  }

  private static void sentences(JsonNode node, List<String> found) {
    if (node.isTextual() && node.asText().length() > 3 && node.asText().matches("(?s)[A-Z/].*")) {
      found.add(node.asText().replaceAll("\\s+", " "));
    }
    node.forEach(child -> sentences(child, found));
  }

  private static void open(Page visitor) {
    visitor.locator("dakenh-widget .launcher").click();
    visitor.frameLocator("dakenh-widget iframe").locator("[data-function='chat']").waitFor();
  }

  private static void widget(Page visitor, String screen, Map<String, Words> words) {
    words.put("website: " + screen, Words.of(visitor.mainFrame()));
    Frame app =
        visitor.frames().stream()
            .filter(frame -> frame.url().contains("/app.html"))
            .findFirst()
            .orElseThrow();
    words.put("widget: " + screen, Words.of(app));
  }

  private static void desk(
      Page page, String screen, Map<String, Words> vietnamese, Map<String, Words> english) {
    vietnamese.put("desk: " + screen, Words.of(page.mainFrame()));
    speak(page, "English");
    english.put("desk: " + screen, Words.of(page.mainFrame()));
    speak(page, "Tiếng Việt");
  }

  /** Through the account's menu, in place. */
  private static void speak(Page page, String language) {
    page.getByTestId("account-menu").click();
    Locator menu = page.locator("[role='dialog']:visible");
    menu.getByText(language, new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("html")).hasAttribute("lang", language.equals("English") ? "en" : "vi");
    page.getByTestId("account-menu").click();
    assertThat(menu).hasCount(0);
  }

  /** All pages of an owner, and of some what opens on them; found by what is no word. */
  private static void walk(Page page, Business business, Map<String, Words> words) {
    for (String path : PAGES) {
      // As people go, where there is a way; it takes less time than a page that is loaded anew.
      Locator way = page.locator("nav a[href='" + path + "']");
      if (way.count() == 1) {
        way.click();
        page.waitForURL("**" + path);
      } else {
        page.navigate(business.suite().url() + path);
      }
      page.locator("main h1").waitFor();
      page.locator(".ant-skeleton").first().waitFor(Browsers.gone());
      words.put(path, Words.of(page.mainFrame()));
    }
    page.navigate(business.suite().url() + "/settings/popups");
    page.locator("main li button[aria-expanded]").click();
    page.locator("main li [data-at='/items/0/title'] input").fill("");
    page.locator("[data-testid='section-bar'] .ant-btn-primary").click();
    page.getByRole(AriaRole.ALERT).first().waitFor();
    words.put("popups: faults", Words.of(page.mainFrame()));
    page.locator("[data-testid='section-bar'] .anticon-history").click();
    page.locator(".ant-drawer-body li").first().waitFor();
    words.put("popups: history", Words.of(page.mainFrame()));
    dialog(page, business, "/settings/departments", "main .anticon-delete", words);
    dialog(page, business, "/settings/canned-messages", "main .anticon-edit", words);
    dialog(page, business, "/staff", "main .anticon-edit", words);
    dialog(page, business, "/staff", "main .anticon-plus", words);
  }

  private static void dialog(
      Page page, Business business, String path, String opener, Map<String, Words> words) {
    page.navigate(business.suite().url() + path);
    page.locator(opener).first().click();
    page.locator("[role='dialog']:visible").waitFor();
    words.put(path + " " + opener, Words.of(page.mainFrame()));
  }
}
