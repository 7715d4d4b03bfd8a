package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.conversation.ConversationView.ChannelView;
import io.dakenh.livetalk.conversation.ConversationView.RatingView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation besides its messages; all but the rating is for agents.
 *
 * @param agentsRead how far agents had read who take part no more
 * @param noteRevision of the newest change of a note
 * @param blocked whether its visitor may not write
 * @param channel the Page or OA it came by
 */
record CareFacts(
    boolean waiting,
    @Nullable Instant snoozedUntil,
    long agentsRead,
    long noteRevision,
    boolean blocked,
    List<UUID> labels,
    @Nullable RatingView rating,
    @Nullable ChannelView channel) {
  /** Joins what {@link #COLUMNS} needs to the conversation {@code c}. */
  static final String JOIN =
      "left join conversation_rating cr on cr.conversation_id = c.id and cr.tenant_id = c.tenant_id\n"
          + ChannelFacts.JOIN;

  /** What {@link #read} reads. */
  static final String COLUMNS =
      """
      c.waiting as care_waiting, c.snoozed_until as care_snoozed_until, c.agents_read_sequence as care_agents_read,
        c.note_revision as care_note_revision, coalesce(c.blocked_until > now(), false) as care_blocked,
        cr.score as care_score, cr.comment as care_comment, cr.rated_at as care_rated_at,
        array(select cl.label_id from conversation_label cl where cl.conversation_id = c.id order by cl.added_at, cl.label_id) as care_labels, \
      """
          + ChannelFacts.COLUMNS;

  static CareFacts read(ResultSet row) throws SQLException {
    Array labels = row.getArray("care_labels");
    OffsetDateTime snoozed = row.getObject("care_snoozed_until", OffsetDateTime.class);
    OffsetDateTime rated = row.getObject("care_rated_at", OffsetDateTime.class);
    return new CareFacts(
        row.getBoolean("care_waiting"),
        snoozed == null ? null : snoozed.toInstant(),
        row.getLong("care_agents_read"),
        row.getLong("care_note_revision"),
        row.getBoolean("care_blocked"),
        List.of((UUID[]) labels.getArray()),
        rated == null
            ? null
            : new RatingView(
                row.getInt("care_score"), row.getString("care_comment"), rated.toInstant()),
        ChannelFacts.read(row));
  }
}
