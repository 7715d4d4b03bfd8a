package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.conversation.ListQuery.Filter;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed down to; use with {@code @BeanParam @Valid}. */
public class ListParameters {
  /** Conversations with this label. */
  @QueryParam("labelId")
  public @Nullable UUID labelId;

  /** Conversations of this department. */
  @QueryParam("departmentId")
  public @Nullable UUID departmentId;

  /** Conversations of this kind of channel. */
  @QueryParam("channelKind")
  @Pattern(regexp = "livetalk|facebook|zalo")
  public @Nullable String channelKind;

  /** Conversations of this visitor. */
  @QueryParam("visitorId")
  public @Nullable UUID visitorId;

  Filter filter() {
    return new Filter(labelId, departmentId, channelKind, visitorId);
  }
}
