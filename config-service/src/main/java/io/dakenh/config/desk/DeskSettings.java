package io.dakenh.config.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What desks need of the configuration.
 *
 * @param version of the sounds, as in the ETag
 */
record DeskSettings(long version, DeskSounds sounds) {

  /** The sounds that are on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeskSounds(
      @Nullable DeskSound message,
      @Nullable DeskSound newConversation,
      @Nullable DeskSound audioCall,
      @Nullable DeskSound videoCall) {}

  /** A sound and how loud it is, 0–100. */
  record DeskSound(String url, int volume) {}
}
