package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dakenh.e2e.browser.Studio.soonContains;
import static io.dakenh.e2e.browser.Studio.soonHidden;
import static io.dakenh.e2e.browser.Studio.soonOfClass;
import static io.dakenh.e2e.browser.Studio.soonStyled;
import static io.dakenh.e2e.browser.Studio.soonVisible;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The buttons for chat, audio and video in an open window follow their settings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteractionButtonsIT {
  private static final Pattern HIGHLIGHTED = Pattern.compile("\\bhighlighted\\b");
  private static final List<String> FUNCTIONS = List.of("chat", "audio", "video");

  private Studio studio;
  private SettingsPage console;
  private WidgetPage widget;

  @BeforeAll
  void open() {
    studio = new Studio(0);
    console = studio.console();
    widget = studio.widget();
  }

  @AfterAll
  void close() {
    studio.close();
  }

  private Locator button(String function) {
    return widget.window().locator("[data-function='" + function + "']");
  }

  private void display(String name) {
    console
        .page()
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true))
        .check();
  }

  @Test
  @Rows({"ITB-1", "ITB-3", "ITB-4"})
  void presetIconsColoursAndLabelsShowInThePreviewAndThenInTheWindow() {
    // Given at least eight icons, each a drawing of its own
    console.open("interaction-buttons");
    Locator icons = console.at("/chat/icon").getByRole(AriaRole.RADIO);
    Locator drawings = console.at("/chat/icon").locator("svg path");
    assertThat(icons.count()).isGreaterThanOrEqualTo(8);
    Set<String> different = new HashSet<>();
    drawings.all().forEach(path -> different.add(path.getAttribute("d")));
    assertThat(different).hasSize(icons.count());

    // When each button gets an icon, colours and words
    for (String function : FUNCTIONS) {
      console
          .at("/" + function + "/icon")
          .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Hoa sen"))
          .check(new Locator.CheckOptions().setForce(true));
      console
          .write("/" + function + "/background", "#fef3c7")
          .write("/" + function + "/color", "#9a3412")
          .write("/" + function + "/label", "Nút " + function)
          .write("/" + function + "/labelColor", "#1e3a8a");
    }

    // Then the preview shows them, and nobody else
    FrameLocator preview = console.preview().frameLocator("iframe");
    String lotus = drawings.last().getAttribute("d");
    for (String function : FUNCTIONS) {
      assertThat(preview.locator("[data-function='" + function + "']"))
          .containsText("Nút " + function);
      assertThat(button(function)).not().containsText("Nút " + function);
    }

    // And once applied every visitor
    console.apply();
    for (String function : FUNCTIONS) {
      soonContains(button(function), "Nút " + function);
      soonStyled(button(function), "background-color", "rgb(254, 243, 199)");
      assertThat(button(function).locator(".act-label")).hasCSS("color", "rgb(30, 58, 138)");
      assertThat(button(function).locator("svg.preset")).hasCSS("color", "rgb(154, 52, 18)");
      assertThat(button(function).locator("svg.preset path")).hasAttribute("d", lotus);
    }
  }

  @Test
  @Rows("ITB-2")
  void ownImagesStandForTheIconOrForTheWholeButton() {
    // Given nothing but the wish for a button of one's own
    console.open("interaction-buttons");
    console.choose("/audio/kind", "Nút tùy ý").write("/audio/background", "");

    // When it is applied, then what is missing is named
    Locator missing = console.refusals();
    assertThat(missing).hasCount(2);
    assertThat(missing.filter(new Locator.FilterOptions().setHasText("Màu nền"))).hasCount(1);
    assertThat(missing.filter(new Locator.FilterOptions().setHasText("Ảnh biểu tượng")))
        .hasCount(1);

    // And with an icon it shows on its background
    console
        .write("/audio/background", "#14532d")
        .upload("/audio/iconMediaId", Pictures.png("chuong.png", 48, 48))
        .write("/audio/label", "Gọi tiệm")
        .apply();
    soonContains(button("audio"), "Gọi tiệm");
    soonStyled(button("audio"), "background-color", "rgb(20, 83, 45)");
    assertThat(naturalWidth("audio")).isEqualTo(48);

    // And the image may be the whole button, named by its words
    console.page().getByText("Làm cả nút").click();
    console.apply();
    soonOfClass(button("audio"), Pattern.compile("\\bact-image\\b"));
    assertThat(button("audio").locator("img")).hasAttribute("alt", "Gọi tiệm");
    assertThat(button("audio").locator(".act-label")).hasCount(0);
    assertThat(naturalWidth("audio")).isEqualTo(48);
  }

  private Object naturalWidth(String function) {
    return button(function)
        .locator("img")
        .evaluate("image => image.decode().then(() => image.naturalWidth)");
  }

  @Test
  @Rows({"ITB-5", "WIN-5"})
  void onlyFunctionsThatAreOnAreShownAndChosen() {
    console.open("interaction-buttons");
    for (String[] each :
        new String[][] {
          {"Chỉ có nút audio", "audio"},
          {"Chỉ có nút video", "video"},
          {"Chỉ có nút trò chuyện", "chat"}
        }) {
      display(each[0]);
      console.apply();
      for (String function : FUNCTIONS) {
        if (function.equals(each[1])) {
          soonVisible(button(function));
        } else {
          soonHidden(button(function));
        }
      }
    }
    for (String[] each :
        new String[][] {
          {"Làm nổi bật trò chuyện", "chat"},
          {"Làm nổi bật audio", "audio"},
          {"Làm nổi bật video", "video"}
        }) {
      display(each[0]);
      console.apply();
      soonOfClass(button(each[1]), HIGHLIGHTED);
      for (String function : FUNCTIONS) {
        assertThat(button(function)).isVisible();
      }
      assertThat(widget.window().locator(".act.highlighted")).hasCount(1);
      assertThat(button(each[1]).boundingBox().y)
          .isLessThanOrEqualTo(button("chat").boundingBox().y);
    }

    // When the highlighted function is switched off
    console.open("window").turn("/video", false).apply();

    // Then it is gone and the others are alike, chatting among them
    soonHidden(button("video"));
    assertThat(widget.window().locator(".act.highlighted")).hasCount(0);
    assertThat(button("chat").boundingBox().width).isEqualTo(button("audio").boundingBox().width);
    assertThat(console.page().locator("main")).containsText("luôn bật");
    console.open("interaction-buttons");
    for (String option : List.of("Chỉ có nút video", "Làm nổi bật video")) {
      assertThat(
              console
                  .page()
                  .getByRole(
                      AriaRole.RADIO, new Page.GetByRoleOptions().setName(option).setExact(true)))
          .isDisabled();
    }
    assertThat(console.page().locator("main")).containsText("Cuộc gọi video đang tắt");
    assertThat(console.page().locator("main"))
        .containsText("Chức năng này đang tắt, nên các nút sẽ được chia đều.");

    // And the choice holds again once it is on
    console.open("window").turn("/video", true).apply();
    soonOfClass(button("video"), HIGHLIGHTED);
    console.open("interaction-buttons");
    display("Chia đều");
    console.apply();
    soonOfClass(button("video"), Pattern.compile("^((?!highlighted).)*$"));
  }
}
