package io.dakenh.livetalk.note;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Voice;
import io.dakenh.livetalk.mail.Mail;
import io.dakenh.livetalk.mail.Mails;
import io.dakenh.livetalk.push.Pushes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.mail.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells colleagues who were mentioned and are not at the desk: on their devices, and those who are
 * offline by e-mail, too. In the transaction that keeps the mention.
 */
@ApplicationScoped
class MentionNotices {
  private static final String KIND = "mention";
  private static final Duration GOOD_FOR = Duration.ofHours(12);
  private static final Duration SPAN = Duration.ofHours(1);
  private static final int MOST_PER_HOUR = 30;

  private final Database database;
  private final Directory directory;
  private final Mails mails;
  private final Pushes pushes;
  private final String publicUrl;

  @Inject
  MentionNotices(
      Database database, Directory directory, Mails mails, Pushes pushes, LivetalkConfig config) {
    this.database = database;
    this.directory = directory;
    this.mails = mails;
    this.pushes = pushes;
    this.publicUrl = config.publicUrl();
  }

  private record About(UUID visitorId, String visitorName) {}

  void mentioned(UUID tenantId, NoteView note, List<UUID> agentIds) {
    if (agentIds.isEmpty()) {
      return;
    }
    Voice voice = directory.voice(tenantId);
    boolean english = voice.locale().equals("en");
    String said = note.text() == null ? "" : note.text();
    String by = note.author().name();
    String path = "/desk/" + note.conversationId();
    pushes.post(
        tenantId,
        agentIds,
        new Pushes.Notice(
            note.conversationId(),
            english ? by + " mentioned you" : by + " nhắc bạn",
            said,
            "mention-" + note.id(),
            path,
            GOOD_FOR));
    About about = mails.available() ? about(tenantId, note.conversationId()) : null;
    if (about == null) {
      return;
    }
    for (String address : offline(tenantId, agentIds)) {
      if (mails.lately(tenantId, KIND, note.conversationId(), address, SPAN).toThem()
          < MOST_PER_HOUR) {
        mails.post(
            new Mail(
                tenantId,
                KIND,
                note.conversationId(),
                about.visitorId(),
                address,
                letter(voice, by, about.visitorName(), said, path)));
      }
    }
  }

  private Letter letter(Voice voice, String by, String visitorName, String said, String path) {
    boolean english = voice.locale().equals("en");
    return Letter.of(
            voice.locale(),
            voice.name(),
            english
                ? by + " mentioned you about " + visitorName
                : by + " nhắc bạn trong cuộc trò chuyện với " + visitorName)
        .heading(english ? by + " mentioned you" : by + " nhắc bạn trong một ghi chú")
        .paragraph(said)
        .link(english ? "Open the conversation" : "Mở cuộc trò chuyện", publicUrl + path)
        .footer(
            english
                ? "You get this because you were offline when a colleague mentioned you."
                : "Bạn nhận được thư này vì bạn không trực tuyến khi đồng nghiệp nhắc đến bạn.");
  }

  private @Nullable About about(UUID tenantId, UUID conversationId) {
    return database
        .first(
            """
            select v.id, v.name from conversation c join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
            where c.tenant_id = ? and c.id = ?""",
            row -> new About(row.getObject(1, UUID.class), row.getString(2)),
            tenantId,
            conversationId)
        .orElse(null);
  }

  private List<String> offline(UUID tenantId, List<UUID> agentIds) {
    return database.list(
        """
        select s.email from staff s
        left join agent_presence p on p.tenant_id = s.tenant_id and p.agent_id = s.id
        where s.tenant_id = ? and s.id = any (?) and s.active and s.email is not null and coalesce(p.state, 'offline') = 'offline'
        order by s.id""",
        row -> row.getString(1),
        tenantId,
        agentIds.toArray(UUID[]::new));
  }
}
