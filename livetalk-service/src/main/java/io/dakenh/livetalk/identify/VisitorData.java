package io.dakenh.livetalk.identify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** What a website says of its visitor beside who it is: a cart, a plan. Told, not proven. */
@ApplicationScoped
class VisitorData {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 300;

  private final Database database;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  VisitorData(Database database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps exactly this, in place of what was told before. */
  void keep(Party visitor, Map<String, String> told) {
    if (told.size() > MOST) {
      throw ProblemException.invalid("/data", "too-many", "At most " + MOST + " values.");
    }
    Map<String, String> kept = new TreeMap<>();
    told.forEach(
        (name, value) -> {
          String clean = MessageText.line(name, LONGEST_NAME);
          if (!clean.isEmpty() && value != null) {
            kept.put(clean, MessageText.line(value, LONGEST_VALUE));
          }
        });
    database.update(
        """
        insert into visitor_data (tenant_id, visitor_id, data, updated_at) values (?, ?, ?::jsonb, ?)
        on conflict (tenant_id, visitor_id) do update set data = excluded.data, updated_at = excluded.updated_at""",
        visitor.tenantId(),
        visitor.id(),
        write(kept),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private String write(Map<String, String> data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts cannot be written", impossible);
    }
  }
}
