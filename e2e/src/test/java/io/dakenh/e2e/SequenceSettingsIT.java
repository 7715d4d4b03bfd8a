package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of automatic messages, and how they are tried before anybody gets one. */
class SequenceSettingsIT {
  private static final int MOST_CONTENTS = 20;

  private Browsers browsers;
  private Business business;
  private SettingsPage console;
  private Page page;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("sequences");
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
  @Rows(
      value = "SEQ-6",
      part = {"SEQ-1", "SEQ-5"})
  void sequencesKeepTheirLimitsAndAreTriedOnATimeline() {
    // Given all three switched on, each with one thing that is not allowed
    for (String name : new String[] {"start", "noReply", "offline"}) {
      console.turn("/" + name + "/enabled", true);
    }
    refuse("/start/startDelaySeconds", "-1", "0");
    refuse("/noReply/startDelaySeconds", "59", "60");
    refuse("/offline/startDelaySeconds", "59", "90");
    refuse("/noReply/gapSeconds", "0", "1");
    console.write("/offline/contents/0", "  ");
    console.button("Áp dụng").click();
    assertFaulty("/offline/contents/0");
    console.write("/offline/contents/0", "Tiệm sẽ gọi lại cho bạn.");

    // When the first one says two things, in an order that is changed, and is full at twenty
    Locator more =
        page.locator("main")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Thêm tin"))
            .first();
    console.write("/start/contents/0", "Bạn cần gì ạ?");
    more.click();
    console.write("/start/contents/1", "Chào bạn!");
    console.button("Đưa Tin 2 lên").first().click();
    assertThat(console.at("/start/contents/0").locator("textarea")).hasValue("Chào bạn!");
    console.write("/start/gapSeconds", "5");
    for (int count = 2; count < MOST_CONTENTS; count++) {
      more.click();
      console.write("/start/contents/" + count, "Tin thứ " + (count + 1));
    }
    assertThat(more).isDisabled();
    for (int count = MOST_CONTENTS; count > 2; count--) {
      console.button("Xóa Tin " + count).first().click();
    }
    console.write("/noReply/contents/0", "Nhân viên đang bận.");

    // Then the timeline tells what would be sent when nobody answers, second by second
    Locator steps = page.locator("main ol li[data-kind]");
    assertThat(steps).hasCount(3);
    assertStep(steps.nth(0), "0 giây", "Tin nhắn bắt đầu", "Chào bạn!");
    assertStep(steps.nth(1), "5 giây", "Tin nhắn bắt đầu", "Bạn cần gì ạ?");
    assertStep(steps.nth(2), "1 phút", "Tin nhắn khi không trả lời", "Nhân viên đang bận.");

    // And in other situations, and after other events
    Locator story =
        page.locator(".ant-select")
            .filter(new Locator.FilterOptions().setHas(page.getByLabel("Tình huống")));
    console.pick(story, "Không ai trực tuyến");
    assertStep(steps.nth(2), "1 phút 30 giây", "Tin nhắn khi không trực tuyến", "Tiệm sẽ gọi lại");
    console.pick(story, "Nhân viên trực tuyến lại sau 90 giây");
    page.getByLabel("Có nhân viên trực tuyến: ở giây thứ").fill("30");
    assertThat(steps.filter(new Locator.FilterOptions().setHasText("dừng"))).hasCount(1);
    assertThat(page.locator("main")).containsText("vì đã có nhân viên trực tuyến");

    // And it is applied as it stands, for the website alone unless the owner allows more
    console.turn("/channels/zalo", true).apply();
    JsonNode published =
        business
            .suite()
            .client()
            .get(business.token(business.owner()), "/api/config/v1/sections/sequences")
            .successful()
            .body()
            .path("published");
    assertThat(published.at("/start/enabled").asBoolean()).isTrue();
    assertThat(published.at("/start/contents")).hasSize(2);
    assertThat(published.at("/start/gapSeconds").asInt()).isEqualTo(5);
    assertThat(published.at("/noReply/startDelaySeconds").asInt()).isEqualTo(60);
    assertThat(published.at("/offline/startDelaySeconds").asInt()).isEqualTo(90);
    assertThat(published.at("/channels/zalo").asBoolean()).isTrue();
    assertThat(published.at("/channels/facebook").asBoolean()).isFalse();
  }

  private void refuse(String pointer, String wrong, String right) {
    console.write(pointer, wrong);
    console.button("Áp dụng").click();
    assertFaulty(pointer);
    console.write(pointer, right);
  }

  private void assertFaulty(String pointer) {
    assertThat(console.at(pointer).locator("[aria-invalid='true']")).isVisible();
  }

  private static void assertStep(Locator step, String time, String sequence, String text) {
    assertThat(step).containsText(time + ":");
    assertThat(step).containsText(sequence);
    assertThat(step).containsText(text);
  }
}
