package io.dakenh.livetalk.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a business asks of visitors before a conversation: its section {@code window}. */
@ApplicationScoped
public class PreChat {
  private static final String TEXT = "text";

  private final Database database;
  private final ObjectMapper json;

  @Inject
  PreChat(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * One thing that is asked.
   *
   * @param key {@code name}, {@code phone}, {@code email}, {@code content}, or {@code custom-…}
   * @param kind {@code text}, {@code multiline}, {@code number} or {@code choice}
   */
  public record Question(
      String key, String label, String kind, List<String> choices, boolean required) {

    /** Whether it is the business's own question rather than one every business may ask. */
    public boolean custom() {
      return key.startsWith("custom-");
    }
  }

  /** What is asked, in the owner's order; nothing for a business that never published a window. */
  public List<Question> questions(UUID tenantId) {
    return database
        .first(
            "select content ->> 'fields' from section_settings where tenant_id = ? and section = 'window'",
            row -> row.getString(1),
            tenantId)
        .map(this::parse)
        .orElse(List.of());
  }

  private List<Question> parse(String fields) {
    List<Question> questions = new ArrayList<>();
    try {
      for (JsonNode field : json.readTree(fields)) {
        if (field.path("shown").asBoolean(true)) {
          List<String> choices = new ArrayList<>();
          field.path("choices").forEach(choice -> choices.add(choice.asText()));
          questions.add(
              new Question(
                  field.path("key").asText(),
                  field.path("label").asText(),
                  field.path("kind").asText(TEXT),
                  choices,
                  field.path("required").asBoolean()));
        }
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database gave no JSON", impossible);
    }
    return questions;
  }
}
