package io.dakenh.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of the socket protocol, as the service itself reads them. */
public final class SocketCommands {
  private static final Path FOLDER =
      Path.of(System.getProperty("dakenh.root", ".."))
          .resolve("livetalk-service/src/main/java/io/dakenh/livetalk/socket");
  private static final Pattern READ = Pattern.compile("case \"([a-z-]+)\" ->");
  private static final Pattern COMPARED = Pattern.compile("\"([a-z-]+)\"\\.equals\\(raw\\.type");

  private SocketCommands() {}

  /** Types of all frames a client may send. */
  public static Set<String> all() {
    Set<String> types = new TreeSet<>();
    for (String file : new String[] {"FrameParser.java", "CallFrames.java"}) {
      String source = text(FOLDER.resolve(file));
      for (Pattern pattern : new Pattern[] {READ, COMPARED}) {
        Matcher found = pattern.matcher(source);
        while (found.find()) {
          types.add(found.group(1));
        }
      }
    }
    return types;
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What somebody else's ids and secrets are, for whoever tries them.
   *
   * @param token of one of them, for the same side
   */
  public record Loot(
      String conversation, String call, String agent, String department, String token) {}

  /** A frame of the type that would be taken from whoever the ids belong to. */
  public static JsonNode frame(String type, Loot loot) {
    String fields =
        switch (type) {
          case "open" ->
              "\"clientConversationId\": \"%s\", \"departmentId\": \"%s\", \"agentId\": \"%s\""
                  .formatted(UUID.randomUUID(), loot.department(), loot.agent());
          case "send" ->
              conversation(loot)
                  + ", \"clientMessageId\": \"%s\", \"text\": \"Chen ngang\""
                      .formatted(UUID.randomUUID());
          case "edit" -> conversation(loot) + ", \"sequence\": 1, \"text\": \"Sửa trộm\"";
          case "delete" -> conversation(loot) + ", \"sequence\": 1";
          case "react" ->
              conversation(loot) + ", \"sequence\": 1, \"emoji\": \"👍\", \"active\": true";
          case "resume" ->
              "\"conversations\": [{%s, \"epoch\": 1, \"lastSequence\": 0, \"revision\": 0}]"
                  .formatted(conversation(loot));
          case "read", "delivered" -> conversation(loot) + ", \"sequence\": 1";
          case "typing" -> conversation(loot) + ", \"active\": true";
          case "close" -> conversation(loot);
          case "rate" -> conversation(loot) + ", \"score\": 1, \"comment\": \"Tệ\"";
          case "page" -> "\"page\": {\"url\": \"https://example.test/\", \"title\": \"x\"}";
          case "presence" -> "\"state\": \"busy\"";
          case "authenticate" -> "\"token\": \"" + loot.token() + "\"";
          case "ping" -> "\"nothing\": true";
          case "call-start" ->
              "\"callId\": \"%s\", \"media\": \"audio\", ".formatted(UUID.randomUUID())
                  + conversation(loot);
          case "call-join", "call-decline", "call-leave" -> call(loot);
          case "call-invite" -> call(loot) + ", \"agentId\": \"" + loot.agent() + "\"";
          case "call-switch" -> call(loot) + ", \"media\": \"video\"";
          case "call-beat" ->
              call(loot) + ", \"seat\": \"%s\", \"connected\": true".formatted(UUID.randomUUID());
          case "call-signal" ->
              call(loot)
                  + ", \"seat\": \"%s\", \"to\": \"%s\", \"candidate\": {\"candidate\": \"x\"}"
                      .formatted(UUID.randomUUID(), UUID.randomUUID());
          default -> throw new IllegalArgumentException("a new command: " + type);
        };
    try {
      return new ObjectMapper().readTree("{\"type\": \"" + type + "\", " + fields + "}");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String conversation(Loot loot) {
    return "\"conversationId\": \"" + loot.conversation() + "\"";
  }

  private static String call(Loot loot) {
    return "\"callId\": \"" + loot.call() + "\"";
  }
}
