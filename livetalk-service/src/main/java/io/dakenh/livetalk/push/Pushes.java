package io.dakenh.livetalk.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Takes notices; they go out after the commit, to every browser in which the people want them. */
@ApplicationScoped
public class Pushes {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 300;

  private final Database database;
  private final Alarm alarm;
  private final ObjectMapper json;

  @Inject
  Pushes(Database database, TransactionSynchronizationRegistry transaction, ObjectMapper json) {
    this.database = database;
    this.alarm = new Alarm(transaction);
    this.json = json;
  }

  /**
   * A notice.
   *
   * @param tag a later one with the same takes its place on the screen
   * @param path in the console, opened when it is pressed
   * @param goodFor what comes later is not worth showing
   */
  public record Notice(
      UUID conversationId, String title, String text, String tag, String path, Duration goodFor) {}

  /** Nothing happens for people who want none. */
  public void post(UUID tenantId, Collection<UUID> agentIds, Notice notice) {
    if (agentIds.isEmpty()) {
      return;
    }
    int posted =
        database.update(
            """
            insert into push_notice (id, tenant_id, subscription_id, conversation_id, payload, due_at, expires_at)
            select gen_random_uuid(), s.tenant_id, s.id, ?, ?, clock_timestamp(), clock_timestamp() + make_interval(secs => ?)
            from push_subscription s
            join staff p on p.tenant_id = s.tenant_id and p.id = s.agent_id and p.active
            where s.tenant_id = ? and s.agent_id = any (?)""",
            notice.conversationId(),
            payload(notice),
            (double) notice.goodFor().toSeconds(),
            tenantId,
            agentIds.toArray(UUID[]::new));
    if (posted > 0) {
      alarm.ringAfterCommit();
    }
  }

  private String payload(Notice notice) {
    try {
      return json.writeValueAsString(
          Map.of(
              "title", MessageText.line(notice.title(), LONGEST_TITLE),
              "text", MessageText.line(notice.text(), LONGEST_TEXT),
              "tag", notice.tag(),
              "path", notice.path()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts cannot be written", impossible);
    }
  }

  Alarm bell() {
    return alarm;
  }
}
