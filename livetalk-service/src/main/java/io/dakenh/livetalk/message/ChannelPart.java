package io.dakenh.livetalk.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message of a Facebook or Zalo conversation has besides its words and files.
 *
 * @param kind what the customer, or the business elsewhere, sent; absent for what was written here
 * @param elsewhere written by the business, not here: by whom, as far as the provider says
 * @param writtenAt by the provider's clock, where it reached us much later
 * @param payload what a tapped button carries
 * @param missing files of which there is no copy
 * @param delivery of what was written here: {@code sending}, {@code sent}, {@code delivered},
 *     {@code failed}
 * @param failureCode why it failed, or why the last action on it did
 * @param retryable whether trying again may help
 * @param mode {@code private}: an answer to a comment that only its author sees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelPart(
    @Nullable String kind,
    @Nullable String elsewhere,
    @Nullable Instant writtenAt,
    @Nullable String payload,
    @Nullable Place place,
    @Nullable Source source,
    @Nullable Comment comment,
    @Nullable List<Missing> missing,
    @Nullable String delivery,
    @Nullable String failureCode,
    @Nullable Boolean retryable,
    @Nullable String mode) {

  /** Of what arrives. */
  public static ChannelPart arrived(
      String kind,
      @Nullable String elsewhere,
      @Nullable Instant writtenAt,
      @Nullable String payload,
      @Nullable Place place,
      @Nullable Source source,
      @Nullable Comment comment,
      @Nullable List<Missing> missing) {
    return new ChannelPart(
        kind, elsewhere, writtenAt, payload, place, source, comment, missing, null, null, null,
        null);
  }

  /** A place on earth. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(String latitude, String longitude, @Nullable String title) {}

  /**
   * Where the customer came from.
   *
   * @param kind as the provider says: {@code ads}, {@code shortlink} and others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(String kind, @Nullable String ref, @Nullable String title) {}

  /** A comment under a post, and what the business did with it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Comment(
      String id, String postId, @Nullable String permalink, boolean hidden, boolean liked) {}

  /**
   * A file that is not here, or not yet.
   *
   * @param code why; absent while it is still fetched
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Missing(String id, String kind, String name, @Nullable String code) {}
}
