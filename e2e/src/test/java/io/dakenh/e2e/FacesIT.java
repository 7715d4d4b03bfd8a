package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dakenh.e2e.browser.Studio.soon;
import static io.dakenh.e2e.browser.Studio.soonContains;
import static io.dakenh.e2e.browser.Studio.soonHidden;
import static io.dakenh.e2e.browser.Studio.soonVisible;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Under whose name and picture visitors see agents, and what they are told of those who join. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacesIT {
  private static final String DEPARTMENT = "Chăm sóc hoa";

  private final Map<String, String> pictures = new HashMap<>();
  private Studio studio;
  private SettingsPage console;
  private Person binh;
  private Person cuc;
  private DeskPage atBinh;
  private DeskPage atCuc;

  @BeforeAll
  void open() throws IOException {
    studio = new Studio(2);
    console = studio.console();
    binh = studio.business().agents().get(0);
    cuc = studio.business().agents().get(1);
    for (Person person : new Person[] {binh, cuc}) {
      pictures.put(person.name(), portray(person));
    }
    atBinh = studio.desk(0);
    atCuc = studio.desk(1);
  }

  @AfterAll
  void close() {
    studio.close();
  }

  /** The owner gives a person a picture. */
  private String portray(Person person) throws IOException {
    String api = studio.business().suite().url() + "/api/config/v1";
    String token = "Bearer " + studio.business().token(studio.business().owner());
    FilePayload picture = Pictures.png("nguoi.png", 64, 64);
    JsonNode media =
        read(
            studio
                .console()
                .page()
                .request()
                .post(
                    api + "/media?purpose=image&fileName=nguoi.png",
                    RequestOptions.create()
                        .setHeader("Authorization", token)
                        .setHeader("Content-Type", "application/octet-stream")
                        .setData(picture.buffer)));
    JsonNode staff =
        read(
            console
                .page()
                .request()
                .get(
                    api + "/staff/" + person.id(),
                    RequestOptions.create().setHeader("Authorization", token)));
    String url = media.path("url").asText();
    read(
        console
            .page()
            .request()
            .patch(
                api + "/staff/" + person.id(),
                RequestOptions.create()
                    .setHeader("Authorization", token)
                    .setHeader("If-Match", "\"" + staff.path("version").asText() + "\"")
                    .setHeader("Content-Type", "application/merge-patch+json")
                    .setData("{\"avatarUrl\":\"" + url + "\"}")));
    return url;
  }

  private static JsonNode read(APIResponse response) throws IOException {
    assertThat(response.ok()).as(response.text()).isTrue();
    return new ObjectMapper().readTree(response.body());
  }

  /** The owner gives the department a name and a picture. */
  private void nameDepartment() {
    Page page = console.page();
    page.navigate(
        studio.business().suite().url()
            + "/settings/departments/"
            + studio.business().defaultDepartment());
    page.locator("#name").fill(DEPARTMENT);
    page.locator("input[type='file']").setInputFiles(Pictures.png("hoa.png", 80, 80));
    page.locator("form img").first().waitFor();
    page.locator("form button[type='submit']").click();
    page.waitForURL("**/settings/departments");
  }

  @Test
  @Rows({"WIN-11", "WIN-12", "WIN-13"})
  void agentsStandForThemselvesUntilTheDepartmentStandsForThem() throws IOException {
    nameDepartment();

    // Agents under their own names and pictures; each who joins is told
    WidgetPage visitor = studio.widget();
    visitor.start("Chị Hương", "Tiệm ơi");
    atBinh.join();
    atBinh.say("Dạ em Bình nghe ạ");
    visitor.awaitMessage("Dạ em Bình nghe ạ");
    assertThat(visitor.head()).containsText(binh.name());
    assertThat(visitor.head().locator("img")).hasAttribute("src", pictures.get(binh.name()));
    assertThat(visitor.authors().last()).hasText(binh.name());
    assertThat(visitor.notices()).hasText(new String[] {binh.name() + joined()});

    // A further one
    atCuc.open("all", "Chị Hương");
    atCuc.joinColleague();
    soonContains(visitor.notices().last(), cuc.name() + joined());
    assertThat(visitor.notices()).hasCount(2);
    atCuc.say("Em là Cúc, em hỗ trợ thêm");
    visitor.awaitMessage("Em là Cúc, em hỗ trợ thêm");
    assertThat(visitor.authors().last()).hasText(cuc.name());
    assertThat(atBinh.page().getByTestId("joined").last()).hasText(cuc.name() + joined());

    // Also told to whoever loads the page again, in its place
    WidgetPage again = WidgetPage.visit(visitor.page().context().newPage(), studio.business());
    again.open();
    assertThat(again.notices())
        .hasText(new String[] {binh.name() + joined(), cuc.name() + joined()});
    again.page().close();

    // One face for all of them
    console.open("window").turn("/representative", true).apply();
    soonHidden(visitor.notices().first());
    soon(
        visitor.page(),
        () -> visitor.authors().allInnerTexts().stream().allMatch(DEPARTMENT::equals));
    assertThat(visitor.head()).containsText(DEPARTMENT);
    assertNobody(visitor);

    // Of whoever comes now nothing reaches the visitor at all
    Queue<String> frames = new ConcurrentLinkedQueue<>();
    Page stranger = studio.browsers().person("vi-VN");
    stranger.onWebSocket(
        socket -> socket.onFrameReceived(frame -> frames.add(String.valueOf(frame.text()))));
    WidgetPage next = WidgetPage.visit(stranger, studio.business()).open();
    next.start("Anh Tuấn", "Có ai không?");
    atBinh.join();
    soonVisible(next.head().getByText(DEPARTMENT));
    atBinh.composer().pressSequentially("Dạ");
    assertThat(next.window().locator(".typing")).containsText(DEPARTMENT);
    atBinh.composer().press("Enter");
    next.awaitMessage("Dạ");
    atCuc.open("all", "Anh Tuấn");
    atCuc.joinColleague();
    atCuc.say("Dạ tiệm nghe");
    next.awaitMessage("Dạ tiệm nghe");
    assertThat(next.notices()).hasCount(0);
    assertThat(next.authors()).hasText(new String[] {DEPARTMENT});
    assertNobody(next);
    assertThat(frames).isNotEmpty();
    for (Person agent : new Person[] {binh, cuc}) {
      assertThat(String.join("\n", frames))
          .doesNotContain(agent.name(), agent.id(), pictures.get(agent.name()));
    }
    assertThat(String.join("\n", frames)).contains(DEPARTMENT);

    // Nor in what visitors keep of it
    next.window().getByLabel("Kết thúc trò chuyện").click();
    next.window().getByText("Kết thúc", new FrameLocator.GetByTextOptions().setExact(true)).click();
    Download kept =
        next.page().waitForDownload(() -> next.window().getByText("Tải về máy").click());
    assertThat(Files.readString(kept.path()))
        .contains(DEPARTMENT, "Dạ tiệm nghe")
        .doesNotContain(binh.name(), cuc.name());

    // Nor of whom they call
    WidgetPage caller = studio.newVisitor();
    caller.window().locator("input[autocomplete='name']").fill("Cô Sáu");
    caller.window().locator("[data-function='audio']").click();
    atBinh.page().getByTestId("call-answer").click();
    Locator call = caller.window().getByTestId("call");
    assertThat(caller.window().locator("[data-testid='call'][data-state='connected']")).isVisible();
    assertThat(call).containsText(DEPARTMENT);
    assertThat(call).not().containsText(binh.name());
    caller.window().getByTestId("call-hang-up").click();

    // And back to their own
    console.turn("/representative", false).apply();
    soonContains(next.authors().last(), cuc.name());
    soonContains(next.notices().last(), cuc.name() + joined());

    // Whoever chooses an agent by name sees agents by name, whatever stands for them elsewhere
    console.turn("/representative", true).choose("/startMode", "Chọn nhân viên").apply();
    WidgetPage chooser = studio.newVisitor();
    chooser
        .window()
        .locator(".choice", new FrameLocator.LocatorOptions().setHasText(cuc.name()))
        .click();
    chooser.start("Em Ngọc", "Chị Cúc ơi");
    atCuc.join("Em Ngọc");
    atBinh.open("all", "Em Ngọc");
    atBinh.joinColleague();
    soonContains(chooser.notices().last(), binh.name() + joined());
    assertThat(chooser.notices().first()).hasText(cuc.name() + joined());
    assertThat(chooser.head()).containsText(cuc.name());
  }

  private void assertNobody(WidgetPage visitor) {
    Locator app = visitor.window().locator("main.thread");
    for (Person agent : new Person[] {binh, cuc}) {
      assertThat(app).not().containsText(agent.name());
      assertThat(visitor.window().locator("img[src='" + pictures.get(agent.name()) + "']"))
          .hasCount(0);
    }
    assertThat(visitor.head().locator("img")).hasCount(1);
  }

  private static String joined() {
    return " đã tham gia cuộc trò chuyện";
  }
}
