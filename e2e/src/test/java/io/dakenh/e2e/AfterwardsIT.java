package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a conversation, what visitors leave while nobody is there, and who they are. */
class AfterwardsIT {
  private Browsers browsers;
  private Business business;

  @BeforeEach
  void begin() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  private static String address() {
    return "thu-" + UUID.randomUUID().toString().substring(24) + "@example.test";
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  @Test
  @Rows("TALK-6")
  void bothSidesKeepWhatWasSaid() throws IOException {
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    WidgetPage widget = WidgetPage.visit(browsers.phone("vi-VN"), business).open();
    widget.start("Chị Hạnh", "Áo <b>dài</b> đỏ còn không?");
    desk.join();
    desk.say("Dạ còn chị ạ");
    widget.awaitMessage("Dạ còn chị ạ");

    // During the conversation, by e-mail
    String during = address();
    widget.window().getByLabel("Kết thúc trò chuyện").click();
    mailTo(widget, during);
    CaughtMail mail = business.suite().mailbox(during).await(1);
    assertThat(mail.text())
        .contains(
            "Áo <b>dài</b> đỏ còn không?", "Dạ còn chị ạ", business.agents().getFirst().name());
    assertThat(mail.html()).doesNotContain("<b>dài</b>");
    widget.window().getByText("Kết thúc", exactly()).click();

    // After it, as a file and by e-mail
    Download file =
        widget
            .page()
            .waitForDownload(() -> widget.window().getByText("Tải về máy", exactly()).click());
    assertThat(Files.readString(file.path()))
        .contains("Áo &lt;b&gt;dài&lt;/b&gt; đỏ còn không?", "Dạ còn chị ạ");
    String after = address();
    mailTo(widget, after);
    business.suite().mailbox(after).await(1);
    picture(widget.page(), "transcript-phone");

    // And the desk
    String toVisitor = address();
    act(desk, "Gửi nội dung qua email…");
    Locator dialog = desk.page().getByRole(AriaRole.DIALOG);
    dialog.locator("input").fill(toVisitor);
    picture(desk.page(), "transcript-desk");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Gửi").setExact(true))
        .click();
    business.suite().mailbox(toVisitor).await(1);
    Download saved = desk.page().waitForDownload(() -> act(desk, "Tải nội dung trò chuyện"));
    assertThat(Files.readString(saved.path())).contains("Dạ còn chị ạ");
  }

  private static com.microsoft.playwright.FrameLocator.GetByTextOptions exactly() {
    return new com.microsoft.playwright.FrameLocator.GetByTextOptions().setExact(true);
  }

  private static void mailTo(WidgetPage widget, String address) {
    widget.window().getByText("Gửi qua email", exactly()).click();
    widget.window().getByLabel("Địa chỉ email").fill(address);
    widget.window().getByLabel("Địa chỉ email").press("Enter");
    widget.window().getByText("Nội dung sẽ được gửi trong giây lát.").waitFor();
  }

  private static void act(DeskPage desk, String action) {
    desk.page().getByTestId("thread-actions").click();
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly(action)).click();
  }

  @Test
  @Rows("TALK-7")
  void aMessageIsLeftWhileNobodyIsThere() {
    String mailbox = address();
    SettingsPage settings = SettingsPage.signIn(browsers.person("vi-VN"), business).open("offline");
    settings.turn("/enabled", true);
    settings.write("/confirmation", "Cảm ơn bạn, sáng mai chúng tôi gọi lại.");
    settings.button("Thêm địa chỉ").click();
    settings.write("/recipients/0", mailbox);
    picture(settings.page(), "offline-settings");
    settings.apply();

    WidgetPage widget = WidgetPage.visit(browsers.phone("vi-VN"), business).open();
    widget.window().getByText("Hiện không có nhân viên trực tuyến.").waitFor();
    widget.window().locator("input[autocomplete='name']").fill("Chị Hạnh");
    widget.window().locator("[data-function='chat']").click();
    assertThat(widget.window().locator(".fault").first()).isVisible();
    picture(widget.page(), "offline-form-phone");
    String mine = address();
    widget.window().locator("form input[type='email']").fill(mine);
    widget.window().locator("form textarea").fill("Gọi lại giúp tôi nhé");
    widget.window().locator("[data-function='chat']").click();

    widget.awaitMessage("Cảm ơn bạn, sáng mai chúng tôi gọi lại.");
    CaughtMail toOwner = business.suite().mailbox(mailbox).await(1);
    assertThat(toOwner.subject()).contains("Chị Hạnh");
    assertThat(toOwner.text()).contains("Gọi lại giúp tôi nhé", mine);
    assertThat(business.suite().mailbox(mine).await(1).text())
        .contains("sáng mai chúng tôi gọi lại");

    // It waits for whoever comes first.
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    desk.open("waiting", "Chị Hạnh");
    desk.awaitMessage("Gọi lại giúp tôi nhé");

    // With somebody there the form is the usual one again.
    WidgetPage other = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    other.window().locator("input[autocomplete='name']").waitFor();
    assertThat(other.window().getByText("Hiện không có nhân viên trực tuyến.")).hasCount(0);
  }

  @Test
  @Rows("INT-4")
  void theWebsiteSaysWhoItsVisitorIsAndThePersonHasTheSameConversationsEverywhere()
      throws Exception {
    SettingsPage settings =
        SettingsPage.signIn(browsers.person("vi-VN"), business).open("integration");
    settings.button("Hiện khóa").click();
    String secret = settings.page().getByTestId("identify-secret").inputValue();
    settings.page().getByTestId("identify-secret").scrollIntoViewIfNeeded();
    picture(settings.page(), "identify-settings");
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());

    // At the computer, called before anything of the widget was there
    WidgetPage computer = website(browsers.person("vi-VN"), "khach-7", sign(secret, "khach-7"));
    computer.page().waitForFunction("() => window.said?.includes('ready')");
    computer.page().evaluate("() => { window.dakenh('setPageData', { 'Giỏ hàng': '3 món' }); }");
    computer.page().evaluate("() => { window.dakenh('open'); }");
    computer.window().locator(".card").first().waitFor();
    computer.page().waitForFunction("() => window.identified === 'ok'");
    computer.start("Chị Hạnh", "Đơn của tôi đến đâu rồi?");
    desk.join();
    desk.say("Dạ đang giao ạ");
    computer.awaitMessage("Dạ đang giao ạ");
    desk.contactPanel().getByText("khach-7").waitFor();
    desk.contactPanel().getByText("3 món").waitFor();
    computer.page().evaluate("() => window.dakenh.close()");
    computer.page().waitForFunction("() => window.said.includes('closed')");
    desk.say("Mai tới chị nhé");
    computer.page().waitForFunction("() => window.said.includes('unread 1')");
    computer.page().waitForFunction("() => window.said.includes('message')");

    // On the phone, with the same signature: the same conversation
    WidgetPage phone = website(browsers.phone("vi-VN"), "khach-7", sign(secret, "khach-7"));
    phone.page().waitForFunction("() => window.said?.includes('ready')");
    phone.page().evaluate("() => { window.dakenh('open'); }");
    phone.awaitMessage("Mai tới chị nhé");

    // Somebody who only claims to be that person gets nothing
    WidgetPage thief = website(browsers.person("vi-VN"), "khach-7", "0".repeat(64));
    thief.page().waitForFunction("() => window.said?.includes('ready')");
    thief.page().evaluate("() => { window.dakenh('open'); }");
    thief.page().waitForFunction("() => window.identified === 'identity-mismatch'");
    thief.window().locator("input[autocomplete='name']").waitFor();
    assertThat(thief.window().locator("body")).not().containsText("Mai tới chị nhé");
  }

  /** A page as the guide of the console says. */
  private WidgetPage website(Page page, String customer, String hash) {
    page.addInitScript(
        """
        window.said = [];
        window.dakenh = function () { (window.dakenh.q = window.dakenh.q || []).push(arguments); };
        for (const name of ['ready', 'opened', 'closed', 'message']) dakenh('on', name, () => said.push(name));
        dakenh('on', 'unread', ({ unread }) => said.push('unread ' + unread));
        dakenh('on', 'ready', () => dakenh('identify', %s).then(
          () => { window.identified = 'ok'; }, (error) => { window.identified = error.code; }));
        """
            .formatted(
                new com.fasterxml.jackson.databind.ObjectMapper()
                    .valueToTree(
                        Map.of("externalId", customer, "hash", hash, "name", "Chị Hạnh"))));
    return WidgetPage.visit(page, business);
  }

  private static String sign(String secret, String id) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
  }
}
