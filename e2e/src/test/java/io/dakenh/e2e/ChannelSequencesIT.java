package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.ChannelsPage;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Providers;
import io.dakenh.e2e.suite.SuiteUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Automatic messages where they cost the business something: on Pages and OAs. */
class ChannelSequencesIT {
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
  @Rows("SEQ-5")
  void customersOfPagesAndOasHearThemOnceTheOwnerAllowsIt() {
    // Given a Page, an OA, and two messages for whoever begins to talk
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Providers providers = Providers.of(business);
    Providers.Place page = providers.page("Hoa Mai");
    Providers.Place oa = providers.officialAccount("Tiệm Hoa OA");
    ChannelsPage channels = ChannelsPage.signIn(browsers.person("vi-VN"), business);
    channels.login("Đăng nhập với Facebook");
    providers.approveFacebook(channels.page());
    channels.link(page.name());
    channels.login("Đăng nhập với Zalo Official Account");
    providers.approveZalo(channels.page(), oa);
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    console
        .open("sequences")
        .turn("/start/enabled", true)
        .write("/start/startDelaySeconds", "0")
        .write("/start/gapSeconds", "1")
        .write("/start/contents/0", "Chào bạn!");
    console.button("Thêm tin").first().click();
    console.write("/start/contents/1", "Bạn cần gì ạ?").apply();
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());

    // When customers write there, and then a visitor of the website
    Providers.Customer lan = providers.customer(page, "Lan Nguyễn");
    Providers.Customer minh = providers.customer(oa, "Minh Trần");
    lan.says("Còn hoa không?");
    minh.says("Mấy giờ đóng cửa?");
    desk.offer("Lan Nguyễn").waitFor();
    desk.offer("Minh Trần").waitFor();
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm ơi");
    widget.awaitMessage("Bạn cần gì ạ?");

    // Then only the visitor hears them; the customers hear the agent alone
    assertThat(widget.messages()).contains("Chào bạn!", "Bạn cần gì ạ?");
    answer(desk, lan);
    answer(desk, minh);

    // When the owner allows them there
    console.open("sequences").turn("/channels/facebook", true).turn("/channels/zalo", true).apply();
    Providers.Customer ngan = providers.customer(oa, "Ngân Võ");
    ngan.takesFreeMessages(2);
    ngan.says("Alo tiệm");
    ngan.awaitReceived("Chào bạn!");
    Providers.Customer hoa = providers.customer(page, "Hoa Lê");
    Providers.Customer tam = providers.customer(oa, "Tâm Phạm");
    hoa.says("Giá bao nhiêu?");
    tam.says("Có giao không?");

    // Then new customers hear both, each once and in order
    hoa.awaitReceived("Bạn cần gì ạ?");
    tam.awaitReceived("Bạn cần gì ạ?");
    assertThat(hoa.received()).containsExactly("Chào bạn!", "Bạn cần gì ạ?");
    assertThat(tam.received()).containsExactly("Chào bạn!", "Bạn cần gì ạ?");

    // And whoever may get one more free message has it kept for the agent
    assertThat(ngan.received()).containsExactly("Chào bạn!");
    desk.join(ngan.name());
    desk.say("Dạ em nghe");
    ngan.awaitReceived("Dạ em nghe");
    assertThat(ngan.received()).containsExactly("Chào bạn!", "Dạ em nghe");
  }

  private static void answer(DeskPage desk, Providers.Customer customer) {
    desk.join(customer.name());
    desk.say("Dạ em nghe");
    customer.awaitReceived("Dạ em nghe");
    assertThat(customer.received()).containsExactly("Dạ em nghe");
  }
}
