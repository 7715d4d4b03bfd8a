package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteSocket;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.suite.HookReceiver;
import io.dakenh.e2e.suite.HookReceiver.Hook;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs of a business: they read by keys, and are told what happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {
  private static final String CONVERSATIONS = "/api/livetalk/v1/conversations";
  private static final Duration SOON = Duration.ofSeconds(20);

  private Studio studio;
  private SettingsPage console;
  private SuiteClient client;

  @BeforeAll
  void open() {
    studio = new Studio(1);
    console = studio.console();
    client = studio.business().suite().client();
  }

  @AfterAll
  void close() {
    studio.close();
  }

  @Test
  @Rows("INT-5")
  void programsReadByKeysAndAreToldWhatHappens() {
    // Given a key that may read conversations, made in the console and shown once
    Page page = console.open("api-keys").page();
    String key = makeKey(page);

    // When a visitor writes, then a program reads it, and nothing its key is not for
    String conversation = visitorWrites("Còn hoa hồng không ạ?");
    Awaitility.await("the key to be known")
        .atMost(SOON)
        .until(() -> client.get(key, CONVERSATIONS).status() == 200);
    JsonNode messages =
        client.get(key, CONVERSATIONS + "/" + conversation + "/messages").successful().body();
    assertThat(messages.path("items").path(0).path("text").asText())
        .isEqualTo("Còn hoa hồng không ạ?");
    assertThat(client.get(key, "/api/livetalk/v1/reports").status()).isEqualTo(403);

    // And once it is revoked it is refused
    console.button("Thu hồi khoá Kho dữ liệu").click();
    dialog(page).getByRole(AriaRole.BUTTON, named("Thu hồi")).click();
    assertThat(page.getByTestId("api-key")).containsText("Đã thu hồi");
    Awaitility.await("the key to be refused")
        .atMost(SOON)
        .until(() -> client.get(key, CONVERSATIONS).status() == 401);

    // Given a webhook, but not to where nobody outside is
    try (HookReceiver receiver = new HookReceiver()) {
      String secret = makeWebhook(console.open("webhooks").page(), receiver.url());

      // When a visitor writes, then the server is told, signed
      visitorWrites("Giao chiều nay nhé");
      Hook told = await(receiver, 1).getFirst();
      assertThat(told.event()).isEqualTo("message.received");
      assertThat(told.body()).contains("Giao chiều nay nhé").contains(told.delivery());
      assertThat(told.signedWith(secret)).isTrue();
      assertThat(told.signedWith(secret + "x")).isFalse();

      // And again when the owner wants it, by the same id
      console.button("Nhật ký gửi").click();
      Locator delivery = page.getByTestId("delivery");
      assertThat(delivery).containsText("Đã nhận");
      assertThat(delivery).containsText("204");
      delivery.getByRole(AriaRole.BUTTON, named("Gửi lại")).click();
      Hook again = await(receiver, 2).get(1);
      assertThat(again.delivery()).isEqualTo(told.delivery());
      assertThat(again.body()).isEqualTo(told.body());
      assertThat(again.signedWith(secret)).isTrue();
    }
  }

  private String makeKey(Page page) {
    console.button("Tạo khoá").click();
    Locator dialog = dialog(page);
    dialog.getByLabel("Tên").fill("Kho dữ liệu");
    dialog.getByText("Đọc hội thoại và tin nhắn").click();
    dialog.getByRole(AriaRole.BUTTON, named("Tạo khoá")).click();
    return secret(page);
  }

  private String makeWebhook(Page page, String url) {
    console.button("Thêm webhook").click();
    Locator dialog = dialog(page);
    dialog.getByLabel("Tên").fill("Phần mềm bán hàng");
    dialog.getByLabel("Địa chỉ").fill("https://10.0.0.1/hook");
    dialog.getByRole(AriaRole.BUTTON, named("Lưu")).click();
    assertThat(dialog).containsText("Địa chỉ này nằm trong mạng riêng nên không gửi tới được.");
    dialog.getByLabel("Địa chỉ").fill(url);
    dialog.getByRole(AriaRole.BUTTON, named("Lưu")).click();
    return secret(page);
  }

  /** Shown once: what is read here is not to be had again. */
  private static String secret(Page page) {
    String secret = page.getByTestId("secret").inputValue();
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tôi đã cất xong").setExact(true))
        .click();
    assertThat(page.getByTestId("secret")).hasCount(0);
    return secret;
  }

  private static Locator dialog(Page page) {
    return page.locator(".ant-modal:visible");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static List<Hook> await(HookReceiver receiver, int count) {
    Awaitility.await(count + " hooks").atMost(SOON).until(() -> receiver.hooks().size() >= count);
    return receiver.hooks();
  }

  /** A new visitor opens a conversation; gives its id. */
  private String visitorWrites(String text) {
    JsonNode session =
        client
            .post(
                null,
                "/api/livetalk/v1/public/visitor-sessions",
                SuiteClient.object().put("widgetKey", studio.business().widgetKey()))
            .successful()
            .body();
    try (SuiteSocket visitor =
        SuiteSocket.open(
            client, "/ws/visitor", session.path("visitorToken").asText(), frame -> {})) {
      ObjectNode opening =
          SuiteClient.object()
              .put("type", "open")
              .put("clientConversationId", UUID.randomUUID().toString());
      opening
          .putObject("message")
          .put("clientMessageId", UUID.randomUUID().toString())
          .put("text", text);
      return visitor.call(opening).path("conversationId").asText();
    }
  }
}
