package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent looks for what was said, and for who said it. */
class SearchIT {
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
  @Rows("TALK-4")
  void whatWasSaidIsFoundWithoutAccentsAndShownInItsPlace() {
    // Given a conversation that is over
    Business business = Business.create(SuiteUnderTest.get(), 1);
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    WidgetPage widget = WidgetPage.visit(browsers.phone("vi-VN"), business).open();
    widget.start("Đặng Hồng Nhung", "Áo dài đỏ còn size M không ạ?");
    desk.join();
    desk.say("Dạ còn ạ, chị cần giao đến đâu?");
    widget.awaitMessage("Dạ còn ạ, chị cần giao đến đâu?");
    widget.say("Gọi mình 0912 345 678 sau 5 giờ nhé");
    desk.awaitMessage("Gọi mình 0912 345 678 sau 5 giờ nhé");
    // The index follows what is said within a second or so.
    String token = business.token(business.agents().getFirst());
    await("the newest words to be found")
        .until(
            () ->
                !business
                    .suite()
                    .client()
                    .get(token, "/api/livetalk/v1/search?q=0912345678")
                    .successful()
                    .body()
                    .path("items")
                    .isEmpty());
    Page page = desk.page();
    page.navigate(business.suite().url() + "/desk");

    // When nothing fits
    Locator field = page.getByTestId("search");
    field.fill("khong co chu nao");
    assertThat(page.getByText("Không tìm thấy “khong co chu nao”")).isVisible();

    // Then words are found as they were written
    Locator results = page.getByTestId("search-result");
    field.fill("ao dai do");
    assertThat(results).hasCount(1);
    assertThat(results.locator("mark")).hasText(new String[] {"Áo", "dài", "đỏ"});
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "search.png")));

    // And so are a number in groups, and the visitor by name
    field.fill("0912345678");
    assertThat(results.locator("mark")).hasText(new String[] {"0912 345 678"});
    field.fill("hong nhung");
    assertThat(results.first()).containsText("Đặng Hồng Nhung");

    // And the message stands among its neighbours, from where one returns to the newest
    field.fill("giao den");
    assertThat(results.locator("mark")).hasText(new String[] {"giao", "đến"});
    results.first().click();
    Locator around = page.getByTestId("around");
    assertThat(around.getByTestId("message")).hasCount(3);
    assertThat(around.getByText("Kết quả tìm")).isVisible();
    page.getByText("Về tin mới nhất").click();
    assertThat(around).hasCount(0);
    assertThat(desk.composer()).isVisible();
  }
}
