package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.conversation.ConversationView.ChannelView;
import io.dakenh.livetalk.conversation.ConversationView.ReplyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of the Page or OA a conversation came by. */
final class ChannelFacts {
  /** Joins what {@link #COLUMNS} needs to the conversation {@code c}. */
  static final String JOIN =
      "left join channel_thread ct on ct.tenant_id = c.tenant_id and ct.id = c.thread_id\n"
          + "left join channel cc on cc.tenant_id = ct.tenant_id and cc.id = ct.channel_id\n";

  /** What {@link #read} reads. */
  static final String COLUMNS =
      """
      ct.channel_id as channel_id, coalesce(cc.name, '') as channel_name, coalesce(cc.state, 'healthy') as channel_state, ct.surface as channel_surface,
        ct.following as channel_following, ct.free_until as reply_free_until, ct.limited_until as reply_limited_until, ct.limited_to as reply_limited_to,
        ct.free_replies_left as reply_free_left, ct.charged_replies_left as reply_charged_left, ct.blocked_reason as reply_blocked,
        ct.private_reply_until as reply_private_until, ct.text_limit as reply_text_limit\
      """;

  private ChannelFacts() {}

  /** Null for a conversation of the website. */
  static @Nullable ChannelView read(ResultSet row) throws SQLException {
    UUID id = row.getObject("channel_id", UUID.class);
    return id == null
        ? null
        : new ChannelView(
            id,
            row.getString("channel_name"),
            row.getString("channel_state"),
            row.getString("channel_surface"),
            row.getObject("channel_following", Boolean.class),
            new ReplyView(
                instant(row, "reply_free_until"),
                instant(row, "reply_limited_until"),
                row.getString("reply_limited_to"),
                row.getObject("reply_free_left", Integer.class),
                row.getObject("reply_charged_left", Integer.class),
                row.getString("reply_blocked"),
                instant(row, "reply_private_until"),
                row.getInt("reply_text_limit")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
