package io.dakenh.livetalk.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.livetalk.conversation.ConversationView;
import io.dakenh.livetalk.message.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place the words were found in.
 *
 * @param conversation as it is now
 * @param sequence of the message; absent when the words are the visitor's name or contact
 * @param author of the message
 * @param at when it was said
 * @param excerpt the part of it the first word stands in
 * @param highlights where the words stand in the excerpt, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchHit(
    ConversationView conversation,
    @Nullable Long sequence,
    Message.@Nullable Author author,
    Instant at,
    String excerpt,
    List<Highlight> highlights) {

  /**
   * A word that was looked for.
   *
   * @param start in UTF-16 units, as the languages of browsers count
   * @param end exclusive
   */
  public record Highlight(int start, int end) {}
}
