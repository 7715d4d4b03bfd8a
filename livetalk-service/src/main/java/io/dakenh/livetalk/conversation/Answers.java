package io.dakenh.livetalk.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dakenh.livetalk.conversation.ConversationView.AnswerView;
import io.dakenh.livetalk.settings.PreChat.Question;
import io.dakenh.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a visitor answered, held against what the business asks. */
final class Answers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<AnswerView>> LIST = new TypeReference<>() {};
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");

  private Answers() {}

  /** What is known of the visitor from earlier conversations counts as told. */
  record Known(@Nullable String phone, @Nullable String email) {
    static final Known NOTHING = new Known(null, null);
  }

  /**
   * The answers to the business's own questions, each under the label it was asked by. Answers to
   * questions that nobody asks are left out; what is required and missing is refused.
   */
  static List<AnswerView> accept(List<Question> questions, OpenConversation request, Known known) {
    OpenConversation.Person person = request.person();
    List<AnswerView> accepted = new ArrayList<>();
    for (Question question : questions) {
      switch (question.key()) {
        case "name" -> require(question, "/visitor/name", person.name() != null);
        case "phone" ->
            require(question, "/visitor/phone", known.phone() != null || person.phone() != null);
        case "email" ->
            require(question, "/visitor/email", known.email() != null || person.email() != null);
        case "content" -> require(question, "/message", request.message() != null);
        default -> {
          String pointer = "/visitor/custom/" + question.key();
          String answer = person.answers().get(question.key());
          require(question, pointer, answer != null);
          if (answer != null) {
            check(question, pointer, answer);
            accepted.add(new AnswerView(question.key(), question.label(), answer));
          }
        }
      }
    }
    return accepted;
  }

  private static void require(Question question, String pointer, boolean told) {
    if (question.required() && !told) {
      throw ProblemException.invalid(pointer, "required", "This has to be told first.");
    }
  }

  private static void check(Question question, String pointer, String answer) {
    switch (question.kind()) {
      case "number" -> {
        if (!NUMBER.matcher(answer).matches()) {
          throw ProblemException.invalid(pointer, "number", "This is no number.");
        }
      }
      case "choice" -> {
        if (!question.choices().contains(answer)) {
          throw ProblemException.invalid(pointer, "choice", "This is none of the choices.");
        }
      }
      default -> {
        // Any text will do.
      }
    }
  }

  /** As the conversation's row keeps them; null for none. */
  static @Nullable String write(List<AnswerView> answers) {
    try {
      return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts cannot be written", impossible);
    }
  }

  static @Nullable List<AnswerView> read(@Nullable String stored) {
    try {
      return stored == null ? null : JSON.readValue(stored, LIST);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored answers cannot be read", impossible);
    }
  }
}
