package io.dakenh.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code docs/api/events.asyncapi.yaml} from the catalogue and fails when the committed one
 * differs. {@code -Ddakenh.update=true} writes it.
 */
class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("../docs/api/events.asyncapi.yaml");
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

  @Test
  void theCommittedDocumentIsWhatTheCodeSays() throws IOException {
    String generated = YAML.writeValueAsString(document());
    if (Boolean.getBoolean("dakenh.update")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, generated, StandardCharsets.UTF_8);
    }

    assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8))
        .as("run the test with -Ddakenh.update=true and commit the change")
        .isEqualTo(generated);
  }

  private static Map<String, Object> document() {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      Map<String, Object> channelMessages = new LinkedHashMap<>();
      for (EventType<?> type : EventCatalog.all()) {
        if (type.topic() == topic) {
          channelMessages.put(type.name(), Map.of("$ref", "#/components/messages/" + type.name()));
          messages.put(type.name(), message(type));
        }
      }
      Map<String, Object> channel = new LinkedHashMap<>();
      channel.put("address", topic.topicName());
      channel.put("description", description(topic));
      channel.put("messages", channelMessages);
      channels.put(topic.topicName(), channel);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put(
        "info",
        sorted(
            Map.of(
                "title",
                "Đa Kênh events",
                "version",
                "1",
                "description",
                "CloudEvents 1.0 in Kafka's binary mode; the value is JSON.")));
    document.put("defaultContentType", "application/json");
    document.put("channels", channels);
    document.put("components", Map.of("messages", messages));
    return sorted(document);
  }

  private static String description(Topic topic) {
    if (topic.compacted()) {
      return "Compacted: the latest state per key.";
    }
    return topic
        .retention()
        .map(time -> "Events in order per key, kept for at most " + time.toDays() + " days.")
        .orElse("Events in order per key.");
  }

  private static Map<String, Object> message(EventType<?> type) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("name", type.name());
    message.put("payload", schema(type.payload()));
    return message;
  }

  private static Map<String, Object> schema(Class<?> payload) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : payload.getRecordComponents()) {
      properties.put(component.getName(), type(component.getGenericType()));
      if (!nullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", required);
    schema.put("properties", properties);
    return schema;
  }

  private static boolean nullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Map<String, Object> type(Type type) {
    if (type == UUID.class) {
      return sorted(Map.of("type", "string", "format", "uuid"));
    }
    if (type == Instant.class) {
      return sorted(Map.of("type", "string", "format", "date-time"));
    }
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return Map.of("type", "integer");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return sorted(Map.of("type", "array", "items", type(list.getActualTypeArguments()[0])));
    }
    if (type instanceof Class<?> nested && nested.isRecord()) {
      return schema(nested);
    }
    throw new IllegalArgumentException("say how " + type + " looks in JSON");
  }

  private static Map<String, Object> sorted(Map<String, Object> map) {
    return new java.util.TreeMap<>(map);
  }
}
