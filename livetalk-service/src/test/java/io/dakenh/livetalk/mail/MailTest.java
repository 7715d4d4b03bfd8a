package io.dakenh.livetalk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.platform.mail.Letter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail goes out of its row. */
@QuarkusTest
class MailTest {
  @Inject Mails mails;
  @Inject Database database;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(0);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Mail mail(String to, UUID about) {
    return new Mail(
        shop.id(),
        "test",
        about,
        null,
        to,
        Letter.of("vi", "Tiệm Hoa Mai", "Chào bạn").paragraph("Đơn hàng đã đến."));
  }

  private void post(Mail mail) {
    database.inTransaction(
        () -> {
          mails.post(mail);
          return Boolean.TRUE;
        });
  }

  @Test
  void arrivesInTheNameOfTheBusinessAndLeavesNothingBehind() {
    String to = Business.address();
    UUID about = UUID.randomUUID();

    post(mail(to, about));

    CaughtMail caught = Business.mailbox(to).await(1);
    assertThat(caught.fromName()).isEqualTo("Tiệm Hoa Mai");
    assertThat(caught.subject()).isEqualTo("Chào bạn");
    assertThat(caught.text()).contains("Đơn hàng đã đến.");
    assertThat(caught.html()).contains("<p style=\"margin:0 0 16px\">Đơn hàng đã đến.</p>");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        database.first(
                            "select state || coalesce(recipient, '') || coalesce(body_text, '') from mail where tenant_id = ? and about_id = ?",
                            row -> row.getString(1),
                            shop.id(),
                            about))
                    .contains("sent"));
    assertThat(mails.lately(shop.id(), "test", about, to, Duration.ofHours(1)))
        .isEqualTo(new Mails.Lately(1, 1, 1));
  }

  @Test
  void whatIsRolledBackIsNotSent() {
    String to = Business.address();
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      mails.post(mail(to, UUID.randomUUID()));
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    String later = Business.address();
    post(mail(later, UUID.randomUUID()));

    Business.mailbox(later).await(1);
    assertThat(Business.mailbox(to).all()).isEmpty();
  }

  @Test
  void aMailThatWasLeftBehindIsSentByWhoeverFindsIt() {
    String to = Business.address();
    UUID about = UUID.randomUUID();
    // As a replica leaves it that died after it had claimed the row and before it sent it.
    database.inTransaction(
        () -> {
          mails.post(mail(to, about));
          database.update(
              "update mail set attempts = 1, due_at = clock_timestamp() + interval '1 second' where tenant_id = ? and about_id = ?",
              shop.id(),
              about);
          return Boolean.TRUE;
        });

    assertThat(Business.mailbox(to).await(1).messageId()).isNotEmpty();
    assertThat(Business.mailbox(to).all()).hasSize(1);
  }

  @Test
  void anAddressTheServerCannotTakeIsGivenUp() {
    UUID about = UUID.randomUUID();
    post(mail("không có địa chỉ", about));

    Awaitility.await()
        .until(
            () -> {
              Optional<String> state =
                  database.first(
                      "select state from mail where tenant_id = ? and about_id = ?",
                      row -> row.getString(1),
                      shop.id(),
                      about);
              return state.equals(Optional.of("failed"));
            });
  }
}
