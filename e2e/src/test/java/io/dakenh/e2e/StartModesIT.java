package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dakenh.e2e.browser.Studio.soonHidden;
import static io.dakenh.e2e.browser.Studio.soonVisible;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What visitors choose before a conversation, and whom that leads them to. Bình and Đức are at
 * their desks, Cúc is not; whoever is in the default department is asked at the same time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartModesIT {
  private Studio studio;
  private SettingsPage console;
  private Person binh;
  private Person cuc;
  private Person duc;
  private DeskPage atBinh;
  private DeskPage atDuc;

  @BeforeAll
  void open() {
    studio = new Studio(3);
    console = studio.console();
    binh = studio.business().agents().get(0);
    cuc = studio.business().agents().get(1);
    duc = studio.business().agents().get(2);
    studio.business().department("Kỹ thuật", "sequential", duc);
    atBinh = studio.desk(0);
    atDuc = studio.desk(2);
  }

  @AfterAll
  void close() {
    studio.close();
  }

  private static Locator choice(WidgetPage visitor, String name) {
    return visitor.window().locator(".choice", new FrameLocator.LocatorOptions().setHasText(name));
  }

  @Test
  @Rows({"WIN-8", "WIN-9", "WIN-10"})
  void visitorsGoWhereTheyChoose() {
    WidgetPage open = studio.widget();
    Locator chooser = open.window().locator("fieldset.chooser");

    // Nothing to choose: everyone of the default department is asked
    console.open("window");
    assertThat(chooser).isHidden();
    open.start("Khách thường", "Cho tôi hỏi giá");
    assertThat(atBinh.offers()).hasCount(1);
    assertThat(atDuc.offers()).hasCount(1);
    atBinh.join();
    assertThat(atDuc.offers()).hasCount(0);

    // A department: its people are asked and nobody else
    WidgetPage second = studio.newVisitor();
    console.choose("/startMode", "Chọn bộ phận").apply();
    soonVisible(second.window().locator("fieldset.chooser"));
    assertThat(second.window().locator(".choice")).hasCount(2);
    second.window().locator("input[autocomplete='name']").fill("Khách kỹ thuật");
    second.window().locator("[data-function='chat']").click();
    assertThat(second.window().locator("fieldset.chooser [role='alert']")).isVisible();
    choice(second, "Kỹ thuật").click();
    second.start("Khách kỹ thuật", "Máy tôi bị treo");
    assertThat(atDuc.offers()).hasCount(1);
    assertThat(atDuc.offers().first()).containsText("Kỹ thuật");
    atDuc.join();
    assertThat(atBinh.offers()).hasCount(0);
    assertThat(atDuc.contactPanel()).containsText("Kỹ thuật");

    // An agent, of whom it is told who is there
    WidgetPage third = studio.newVisitor();
    console.choose("/startMode", "Chọn nhân viên").apply();
    soonVisible(choice(third, duc.name()));
    assertThat(third.window().locator(".choice")).hasCount(3);
    assertThat(choice(third, duc.name())).containsText("Trực tuyến");
    assertThat(choice(third, cuc.name())).containsText("Ngoại tuyến");
    choice(third, duc.name()).click();
    third.start("Khách của Đức", "Anh Đức ơi");
    assertThat(atDuc.offers()).hasCount(1);
    atDuc.join();
    assertThat(atBinh.offers()).hasCount(0);
    assertThat(atDuc.contactPanel()).containsText("Muốn trò chuyện với");
    assertThat(atDuc.contactPanel()).containsText("Mời " + duc.name() + ", người khách chọn");

    // One who says no: everyone else of the department
    WidgetPage fourth = studio.newVisitor();
    choice(fourth, duc.name()).click();
    fourth.start("Khách bị từ chối", "Anh Đức có đó không?");
    assertThat(atDuc.offers()).hasCount(1);
    assertThat(atBinh.offers()).hasCount(0);
    atDuc.pass();
    atBinh.join();
    assertThat(atBinh.contactPanel()).containsText(duc.name() + " bỏ qua");

    // One who is not there: the department at once
    WidgetPage fifth = studio.newVisitor();
    choice(fifth, cuc.name()).click();
    fifth.start("Khách của Cúc", "Chị Cúc ơi");
    assertThat(atDuc.offers()).hasCount(1);
    atBinh.join();
    assertThat(atBinh.contactPanel())
        .containsText("Khách chọn " + cuc.name() + " nhưng chưa mời được");

    // And nothing to choose again
    WidgetPage last = studio.newVisitor();
    assertThat(choice(last, binh.name())).isVisible();
    console.choose("/startMode", "Không chọn gì").apply();
    soonHidden(choice(last, binh.name()));
  }
}
