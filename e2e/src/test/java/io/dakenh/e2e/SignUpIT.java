package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business registers itself, by the link of another; and invites its first colleague. */
class SignUpIT {
  private static final String PASSWORD = "hoa nở bốn mùa";
  private static final String SIGN_UPS = "/api/config/v1/public/sign-ups";
  private static final Pattern LINK = Pattern.compile("https?://\\S+#[A-Za-z0-9_-]{43}");
  private static final long REWARD = 1800;

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private final SuiteClient client = suite.client();
  private final String mark = UUID.randomUUID().toString().substring(24);
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
  @Rows(
      value = {"REF-2", "REF-3", "REF-5"},
      part = {"TEN-1", "REF-1", "REF-4", "MIN-3"})
  void aBusinessSignsUpByTheLinkOfAnotherAndBothGain() {
    // A copies its link.
    Business first = Business.create(suite, 0);
    Page console = DeskPage.signIn(browsers.person("vi-VN"), first, first.owner()).page();
    console.navigate(suite.url() + "/referral");
    Locator link = console.getByLabel("Đường dẫn giới thiệu", exact());
    assertThat(link).hasValue(Pattern.compile(".*/r/[2-9A-Z]{8}"));
    String address = link.inputValue();

    // B signs up by it, on a phone, and follows the link in the letter.
    String email = "chu@" + mark + ".test";
    Page phone = browsers.phone("en-US");
    signUp(phone, address, "Cà phê " + mark, email);
    String confirm = linkIn(suite.mailbox(email).await(1));
    phone.navigate(confirm);
    press(phone, "Xác nhận và bắt đầu");
    assertThat(heading(phone, "Cà phê " + mark + " đã sẵn sàng")).isVisible();
    phone.screenshot(shot("sign-up-ready"));
    signIn(phone, email);
    phone.waitForURL(suite.url() + "/settings/integration");
    assertThat(heading(phone, "Tích hợp")).isVisible();
    assertThat(phone.getByTestId("first-steps")).containsText("0/3");
    phone.screenshot(shot("sign-up-first-steps"));

    // The link works once.
    Page again = browsers.person("vi-VN");
    again.navigate(confirm);
    assertThat(heading(again, "Cà phê " + mark + " đã sẵn sàng")).isVisible();

    // Its widget works, and its first conversation is handled.
    Business second = business(email);
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), second, second.owner());
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), second).open();
    widget.start("Chị Hương", "Quán còn bàn tối nay không ạ?");
    desk.join();
    desk.say("Dạ còn ạ");
    widget.awaitMessage("Dạ còn ạ");
    press(desk.page(), "Đóng cuộc trò chuyện");
    press(desk.page(), "Đóng lại");
    awaitBonus(first);
    awaitBonus(second);

    // The same owner once more, and A itself by its own link.
    String code = address.substring(address.lastIndexOf('/') + 1);
    signUpAgain("Cà phê hai", email.replace("@", "+hai@"), code);
    signUpAgain("Tiệm của A", first.owner().email().replace("@", "+a@"), code);
    // Somebody else at A's own domain, and somebody who follows the link at A's own computer.
    signUpAgain("Tiệm của em A", "em-" + mark + "@example.test", code);
    Page own = console.context().newPage();
    String another = "ban@ban-" + mark + ".test";
    signUp(own, address, "Tiệm cùng máy", another);
    own.navigate(linkIn(suite.mailbox(another).await(1)));
    press(own, "Xác nhận và bắt đầu");
    assertThat(heading(own, "Tiệm cùng máy đã sẵn sàng")).isVisible();
    awaitReferrals(first, 5);
    console.reload();
    Locator rows = console.getByTestId("referral-row");
    assertThat(rows).hasCount(5);
    assertThat(rows.filter(text("Tiệm của em A"))).containsText("dùng chung tên miền");
    assertThat(rows.filter(text("Tiệm cùng máy"))).containsText("trên chính thiết bị của bạn");
    assertThat(rows.filter(text("Cà phê " + mark))).containsText("Đã thưởng");
    assertThat(rows.filter(text("Cà phê hai"))).containsText("đã đăng ký trước đó");
    assertThat(rows.filter(text("Tiệm của A"))).containsText("cùng một chủ");

    // The list of first steps is put away, and stays away.
    press(phone, "Cất danh sách");
    assertThat(phone.getByTestId("first-steps")).isHidden();
    phone.reload();
    assertThat(heading(phone, "Tích hợp")).isVisible();
    assertThat(phone.getByTestId("first-steps")).hasCount(0);
  }

  @Test
  @Rows("TEN-2")
  void anInvitedColleagueChoosesAPasswordIsEditedAndGoes() {
    Business business = Business.create(suite, 0);
    String weddings = business.department("Hoa cưới", "all", business.owner());
    Page owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner()).page();
    owner.navigate(suite.url() + "/staff");
    String email = "lan-" + mark + "@example.test";
    press(owner, "Thêm nhân viên");
    Locator dialog = owner.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Họ và tên").fill("Nguyễn Thị Lan");
    dialog.getByLabel("E-mail đăng nhập").fill(email);
    dialog.getByRole(AriaRole.BUTTON).filter(text("Thêm nhân viên")).click();
    Locator row = owner.getByRole(AriaRole.LISTITEM).filter(text(email));
    assertThat(row).containsText("Đã mời, chưa vào");
    owner.screenshot(shot("invited"));

    Page colleague = browsers.phone("vi-VN");
    colleague.navigate(linkIn(suite.mailbox(email).await(1)));
    assertThat(colleague.getByText("Xin chào Nguyễn Thị Lan")).isVisible();
    colleague.getByLabel("Mật khẩu", exact()).fill(PASSWORD);
    colleague.screenshot(shot("invitation"));
    press(colleague, "Đặt mật khẩu");
    assertThat(heading(colleague, "Đã đặt mật khẩu")).isVisible();
    signIn(colleague, email);
    colleague.waitForURL(Pattern.compile(Pattern.quote(suite.url()) + "/desk.*"));

    owner.reload();
    assertThat(row).not().containsText("Đã mời");

    // The owner gives the colleague another name, a picture and a department.
    row.getByRole(AriaRole.BUTTON).click();
    dialog.getByLabel("Họ và tên").fill("Nguyễn Hương Lan");
    dialog.locator("input[type='file']").setInputFiles(Pictures.png("lan.png", 64, 64));
    assertThat(dialog.getByRole(AriaRole.IMG, inDialog("Ảnh"))).isVisible();
    dialog.getByRole(AriaRole.COMBOBOX, inDialog("Bộ phận")).fill("Hoa cưới");
    dialog.getByRole(AriaRole.COMBOBOX, inDialog("Bộ phận")).press("Enter");
    owner.keyboard().press("Tab");
    owner.screenshot(shot("staff-edit"));
    dialog.getByRole(AriaRole.BUTTON, inDialog("Lưu")).click();
    assertThat(dialog).isHidden();
    assertThat(row).containsText("Nguyễn Hương Lan");
    assertThat(row.locator("img")).isVisible();
    String token = client.personToken(email, PASSWORD);
    JsonNode colleagueNow = client.get(token, "/api/config/v1/me").successful().body();
    JsonNode department =
        client
            .get(business.token(business.owner()), "/api/config/v1/departments/" + weddings)
            .successful()
            .body();
    assertThat(department.path("agentIds"))
        .extracting(JsonNode::asText)
        .contains(colleagueNow.path("id").asText());

    // And lets the colleague go, whose desk ends at once and who does not come back.
    row.getByRole(AriaRole.BUTTON).click();
    dialog.getByRole(AriaRole.BUTTON, inDialog("Ngừng hoạt động")).click();
    owner
        .getByRole(AriaRole.DIALOG)
        .last()
        .getByRole(AriaRole.BUTTON, inDialog("Ngừng hoạt động"))
        .last()
        .click();
    assertThat(row).containsText("Đã ngừng");
    assertThat(colleague.getByText("Phiên làm việc đã hết.")).isVisible();
    assertThat(client.get(token, "/api/config/v1/me").status()).isIn(401, 403);
  }

  private static Locator.GetByRoleOptions inDialog(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private void signUp(Page page, String address, String name, String email) {
    page.navigate(address);
    assertThat(page.getByText("Bạn được một doanh nghiệp khác giới thiệu")).isVisible();
    press(page, "Đăng ký");
    assertThat(page.getByText("Hãy nhập tên doanh nghiệp.")).isVisible();
    page.screenshot(shot("sign-up-empty"));
    page.getByLabel("Tên doanh nghiệp").fill(name);
    page.getByLabel("Họ và tên của bạn").fill("Lê Thị Hạnh");
    page.getByLabel("E-mail", exact()).fill(email);
    page.getByLabel("Mật khẩu", exact()).fill(PASSWORD);
    page.screenshot(shot("sign-up-filled"));
    press(page, "Đăng ký");
    assertThat(heading(page, "Hãy mở hộp thư của bạn")).isVisible();
    assertThat(page.getByText(email)).isVisible();
    page.screenshot(shot("sign-up-sent"));
  }

  /** From a page of ours through Keycloak, which may know already whom it is for. */
  private static void signIn(Page page, String email) {
    page.getByRole(AriaRole.LINK, named("Đăng nhập")).click();
    Locator username = page.locator("#username");
    Locator password = page.locator("#password");
    username.or(password).first().waitFor();
    if (!password.isVisible()) {
      username.fill(email);
      page.locator("#kc-login").click();
    }
    password.fill(PASSWORD);
    page.locator("#kc-login").click();
  }

  /** As the pages do it, without the pages. */
  private void signUpAgain(String name, String email, String code) {
    client
        .post(
            null,
            SIGN_UPS,
            SuiteClient.object()
                .put("name", name)
                .put("ownerName", "Chủ " + name)
                .put("email", email)
                .put("password", PASSWORD)
                .put("referralCode", code))
        .successful();
    String link = linkIn(suite.mailbox(email).await(1));
    client
        .post(
            null,
            SIGN_UPS + "/confirm",
            SuiteClient.object().put("token", link.substring(link.indexOf('#') + 1)))
        .successful();
  }

  private static String linkIn(CaughtMail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).as("a link in: " + mail.subject()).isTrue();
    return link.group();
  }

  private Business business(String email) {
    String token = client.personToken(email, PASSWORD);
    JsonNode me = client.get(token, "/api/config/v1/me").successful().body();
    return new Business(
        suite,
        me.path("tenant").path("id").asText(),
        me.path("tenant").path("widgetKey").asText(),
        new Business.Person(me.path("id").asText(), me.path("name").asText(), email, PASSWORD),
        List.of());
  }

  private void awaitBonus(Business business) {
    String owner = business.token(business.owner());
    await("bonus of " + business.id())
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client
                        .get(owner, "/api/billing/v1/entitlement")
                        .body()
                        .path("bonusSecondsLeft")
                        .asLong()
                    == REWARD);
  }

  /** As many as were told of, each with its outcome. */
  private void awaitReferrals(Business business, int count) {
    String owner = business.token(business.owner());
    await("referrals of " + business.id())
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client
                    .get(owner, "/api/referral/v1/referrals")
                    .successful()
                    .body()
                    .path("items")
                    .findValuesAsText("state")
                    .stream()
                    .filter(state -> !state.equals("registered"))
                    .count(),
            ended -> ended == count);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, named(name)).click();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots", name + ".png"))
        .setFullPage(true);
  }
}
