package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Voice;
import io.dakenh.livetalk.mail.Mail;
import io.dakenh.livetalk.mail.Mails;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.mail.Letter;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What visitors leave while nobody is online. The conversation is one like any other and waits in
 * its department's queue; besides, the owner's mailboxes hear of it, and the visitor is told that
 * it arrived. Runs in the transaction that opens the conversation.
 */
@ApplicationScoped
class OfflineForms {
  private static final String TO_OWNER = "offline-form";
  private static final String TO_VISITOR = "offline-confirmation";
  private static final Duration SPAN = Duration.ofHours(1);
  private static final int MOST_TO_OWNER = 60;
  private static final int MOST_TO_VISITOR = 3;

  private final Database database;
  private final Directory directory;
  private final Mails mails;
  private final String publicUrl;

  @Inject
  OfflineForms(Database database, Directory directory, Mails mails, LivetalkConfig config) {
    this.database = database;
    this.directory = directory;
    this.mails = mails;
    this.publicUrl = config.publicUrl();
  }

  /** What the owner published. */
  record Form(String confirmation, List<String> recipients) {
    /** Whoever leaves a message says something, and how to be reached. */
    void require(OpenConversation request, Answers.Known known) {
      if (request.message() == null) {
        throw ProblemException.invalid("/message", "required", "This has to be told first.");
      }
      OpenConversation.Person person = request.person();
      boolean reachable =
          person.email() != null
              || person.phone() != null
              || known.email() != null
              || known.phone() != null;
      if (!reachable) {
        throw ProblemException.invalid(
            "/visitor/email", "required", "An e-mail address or phone number is needed.");
      }
    }
  }

  /** The form of a business; nothing where the owner wants none. */
  Optional<Form> form(UUID tenantId) {
    return database.first(
        """
        select content ->> 'confirmation', array(select jsonb_array_elements_text(content -> 'recipients'))
        from section_settings where tenant_id = ? and section = 'offline' and content ->> 'enabled' = 'true'""",
        row -> new Form(row.getString(1), Arrays.asList((String[]) row.getArray(2).getArray())),
        tenantId);
  }

  /** Tells the owner's mailboxes and the visitor. */
  void left(
      Party visitor,
      UUID conversationId,
      String name,
      @Nullable UUID departmentId,
      OpenConversation request,
      Form form) {
    if (!mails.available()) {
      return;
    }
    UUID tenantId = visitor.tenantId();
    Voice voice = directory.voice(tenantId);
    Contact contact = contact(visitor, name);
    String department =
        departmentId == null
            ? null
            : directory
                .department(tenantId, departmentId)
                .map(Directory.Department::name)
                .orElse(null);
    for (String recipient : form.recipients()) {
      if (mails.lately(tenantId, TO_OWNER, conversationId, recipient, SPAN).toThem()
          < MOST_TO_OWNER) {
        Letter letter = toOwner(voice, contact, department, request);
        mails.post(new Mail(tenantId, TO_OWNER, conversationId, visitor.id(), recipient, letter));
      }
    }
    String email = contact.email();
    if (email != null
        && mails.lately(tenantId, TO_VISITOR, conversationId, email, SPAN).toThem()
            < MOST_TO_VISITOR) {
      // What the visitor wrote is not repeated: the address may be somebody else's.
      Letter letter = toVisitor(voice, form);
      mails.post(new Mail(tenantId, TO_VISITOR, conversationId, visitor.id(), email, letter));
    }
  }

  private record Contact(String name, @Nullable String phone, @Nullable String email) {}

  private Contact contact(Party visitor, String name) {
    return database
        .first(
            "select phone, email from visitor where tenant_id = ? and id = ?",
            row -> new Contact(name, row.getString(1), row.getString(2)),
            visitor.tenantId(),
            visitor.id())
        .orElseGet(() -> new Contact(name, null, null));
  }

  private Letter toOwner(
      Voice voice, Contact contact, @Nullable String department, OpenConversation request) {
    boolean english = voice.locale().equals("en");
    String subject =
        english ? "New message from " + contact.name() : "Lời nhắn mới từ " + contact.name();
    Letter letter =
        Letter.of(voice.locale(), voice.name(), subject)
            .heading(
                english
                    ? "A message while nobody was online"
                    : "Lời nhắn khi không có ai trực tuyến")
            .fact(english ? "Name" : "Tên", contact.name());
    if (contact.phone() != null) {
      letter.fact(english ? "Phone" : "Điện thoại", contact.phone());
    }
    if (contact.email() != null) {
      letter.fact("Email", contact.email());
    }
    if (department != null) {
      letter.fact(english ? "Department" : "Bộ phận", department);
    }
    if (request.page() != null) {
      letter.fact(english ? "Page" : "Trang", request.page().url());
    }
    if (request.message() != null) {
      letter.paragraph(request.message().text());
    }
    return letter
        .link(english ? "Open the desk" : "Mở bàn làm việc", publicUrl + "/desk?view=waiting")
        .footer(
            english
                ? "You get this because your address is named for the offline form."
                : "Bạn nhận được thư này vì địa chỉ của bạn được chọn nhận lời nhắn ngoài giờ.");
  }

  private static Letter toVisitor(Voice voice, Form form) {
    boolean english = voice.locale().equals("en");
    return Letter.of(
            voice.locale(),
            voice.name(),
            english
                ? voice.name() + " has your message"
                : voice.name() + " đã nhận được lời nhắn của bạn")
        .heading(english ? "We have your message" : "Chúng tôi đã nhận được lời nhắn")
        .paragraph(form.confirmation())
        .footer(
            english
                ? "You get this because somebody left a message with this address. If that was not you, just ignore it."
                : "Bạn nhận được thư này vì có người đã để lại lời nhắn với địa chỉ này. Nếu không phải bạn, hãy bỏ qua thư này.");
  }

  /** What is said in the conversation itself. */
  static String said(Form form) {
    return MessageText.accept(form.confirmation());
  }
}
