package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.ChannelsPage;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Providers;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facebook Pages and a Zalo OA: linked, written to, answered, unlinked and linked again. */
class ChannelsIT {
  private Browsers browsers;
  private Business business;
  private Providers providers;
  private ChannelsPage channels;
  private DeskPage desk;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    providers = Providers.of(business);
    channels = ChannelsPage.signIn(browsers.person("vi-VN"), business);
    desk = DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
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
      value = {"CHN-1", "CHN-3", "CHN-4", "CHN-5"},
      part = {"CHN-6", "CHN-7", "CHN-8", "CHN-10", "DEP-6"})
  void anOwnerLinksTwoPagesAndAnOaAndAnAgentAnswersTheirCustomers() {
    // Given
    Providers.Place first = providers.page("Hoa Mai");
    Providers.Place second = providers.page("Hoa Sen");
    Providers.Place oa = providers.officialAccount("Tiệm Hoa OA");
    assertThat(channels.page().getByText("Chưa liên kết trang nào")).isVisible();

    // When: two Pages at once, then the OA, each by the dialog of its provider
    channels.login("Đăng nhập với Facebook");
    providers.approveFacebook(channels.page());
    channels.link(first.name(), second.name());
    channels.login("Đăng nhập với Zalo Official Account");
    providers.approveZalo(channels.page(), oa);
    assertThat(channels.outcome()).containsText("Đã liên kết");

    // Then
    for (Providers.Place place : new Providers.Place[] {first, second, oa}) {
      assertThat(channels.channel(place.name())).containsText("Hoạt động tốt");
    }
    shot(channels.page(), "channels-linked");

    // When: a customer of the Page writes, with a picture
    Providers.Customer lan = providers.customer(first, "Lan Nguyễn");
    lan.says("Mẫu này còn không shop?");
    desk.join("Lan Nguyễn");
    desk.awaitMessage("Mẫu này còn không shop?");
    lan.sendsPicture();
    assertThat(desk.page().getByTestId("files").locator("img")).isVisible();
    assertThat(desk.page().getByTestId("channel-name")).hasText(first.name());
    assertThat(rule()).containsText(Pattern.compile("Trả lời tự do, còn 23 giờ \\d\\d phút"));

    // Then: the answer reaches her, and its marks come back
    desk.say("Dạ còn ạ, chị lấy màu nào?");
    lan.awaitReceived("Dạ còn ạ, chị lấy màu nào?");
    assertThat(desk.delivery()).hasAttribute("data-state", Pattern.compile("delivered|read"));
    lan.readsAll();
    assertThat(desk.delivery()).hasAttribute("data-state", "read");
    shot(desk.page(), "channels-desk");

    // When: what cannot be sent says why, and goes out when it is sent again
    providers.refuseOnce(first);
    desk.say("Chị ơi, em giữ hàng nhé");
    Locator failed = desk.page().getByTestId("delivery-failed");
    assertThat(failed).containsText("Chưa gửi được. Ứng dụng chưa được cài đặt đúng.");
    failed.getByTestId("delivery-retry").click();
    lan.awaitReceived("Chị ơi, em giữ hàng nhé");
    assertThat(failed).hasCount(0);

    // When: a customer of the OA writes
    Providers.Customer minh = providers.customer(oa, "Minh Trần");
    minh.says("OA ơi, mấy giờ đóng cửa?");
    desk.join("Minh Trần");
    desk.awaitMessage("OA ơi, mấy giờ đóng cửa?");
    assertThat(rule()).containsText(Pattern.compile("47 giờ \\d\\d phút"));
    desk.say("Dạ 21 giờ ạ");
    minh.awaitReceived("Dạ 21 giờ ạ");

    // When: the Page is unlinked, nothing can be answered there, and everything can be read
    channels.open();
    channels.unlink(first.name());
    desk.open("mine", "Lan Nguyễn");
    assertThat(desk.page().getByTestId("reply-blocked")).containsText("gỡ liên kết");
    desk.awaitMessage("Mẫu này còn không shop?");

    // Then: linked again, the same conversation goes on
    channels.login("Đăng nhập với Facebook");
    providers.approveFacebook(channels.page());
    channels.link(first.name(), second.name());
    assertThat(desk.composer()).isVisible();
    lan.says("Shop còn đó không?");
    desk.awaitMessage("Shop còn đó không?");
    assertThat(desk.page().getByTestId("message")).not().hasCount(0);
    desk.awaitMessage("Mẫu này còn không shop?");
  }

  private Locator rule() {
    return desk.page().getByTestId("reply-rule");
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }
}
