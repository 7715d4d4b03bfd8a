package io.dakenh.livetalk.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.livetalk.attachment.AttachmentLinks;
import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.message.Message.Author;
import io.dakenh.livetalk.message.Message.Extras;
import io.dakenh.livetalk.message.Message.Reaction;
import io.dakenh.livetalk.message.Message.ReplyTo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message has besides its words, read as one column of JSON beside it. For most messages the
 * column is null and looks nothing up.
 */
@ApplicationScoped
public class MessageExtras {
  private static final String FILES =
      """
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type, 'bytes', a.bytes, 'width', a.width,
          'height', a.height, 'durationMilliseconds', a.duration_milliseconds, 'thumbnail', a.thumbnail_bytes is not null)
          order by array_position(MSG.attachment_ids, a.id))
        from attachment a where a.tenant_id = MSG.tenant_id and a.id = any (MSG.attachment_ids))""";

  private static final String REPLY =
      """
      (select json_build_object('sequence', r.sequence, 'kind', r.author_kind, 'id', r.author_id,
          'name', coalesce(rs_.name, rv.name, rb.content ->> 'name', rt_.name, ''),
          'excerpt', coalesce(nullif(left(r.body, 240), ''), (select ra.name from attachment ra where ra.tenant_id = r.tenant_id and ra.id = r.attachment_ids[1]), ''))
        from message r
        left join staff rs_ on r.author_kind = 'agent' and rs_.tenant_id = r.tenant_id and rs_.id = r.author_id
        left join visitor rv on r.author_kind = 'visitor' and rv.tenant_id = r.tenant_id and rv.id = r.author_id
        left join section_settings rb on r.author_kind = 'system' and rb.tenant_id = r.tenant_id and rb.section = 'button'
        left join tenant rt_ on r.author_kind = 'system' and rt_.id = r.tenant_id
        where r.tenant_id = MSG.tenant_id and r.conversation_id = MSG.conversation_id and r.sequence = MSG.reply_to)""";

  private static final String REACTIONS =
      """
      (select json_agg(json_build_object('emoji', x.emoji, 'kind', x.reactor_kind, 'id', x.reactor_id, 'name', coalesce(xs.name, xv.name, ''))
          order by x.reacted_at, x.reactor_id)
        from message_reaction x
        left join staff xs on x.reactor_kind = 'agent' and xs.tenant_id = x.tenant_id and xs.id = x.reactor_id
        left join visitor xv on x.reactor_kind = 'visitor' and xv.tenant_id = x.tenant_id and xv.id = x.reactor_id
        where x.tenant_id = MSG.tenant_id and x.conversation_id = MSG.conversation_id and x.sequence = MSG.sequence)""";

  private static final String CHANNEL =
      """
      (select coalesce(x.shape, '{}'::jsonb) || jsonb_strip_nulls(jsonb_build_object('delivery', x.delivery, 'failureCode', x.failure_code,
          'retryable', case when x.retryable then true end, 'mode', x.mode))
        from channel_message x where x.conversation_id = m.conversation_id and x.sequence = m.sequence)""";

  /** Of a message {@code m} that is stored. */
  public static final String COLUMN =
      ("case when m.attachment_ids is not null or m.reply_to is not null or m.revision is not null or m.channelled then"
              + " json_build_object('editedAt', m.edited_at, 'deletedAt', m.deleted_at, 'attachments', "
              + FILES
              + ", 'replyTo', case when m.reply_to is not null then "
              + REPLY
              + " end, 'reactions', case when m.revision is not null then "
              + REACTIONS
              + " end, 'channel', case when m.channelled then "
              + CHANNEL
              + " end)::text end")
          .replace("MSG", "m");

  /** Of a message {@code j} that is being stored; nobody has changed it or reacted to it. */
  static final String COLUMN_OF_NEW =
      ("case when j.attachment_ids is not null or j.reply_to is not null or j.thread_id is not null then"
              + " json_build_object('attachments', "
              + FILES
              + ", 'replyTo', case when j.reply_to is not null then "
              + REPLY
              + " end, 'channel', case when j.thread_id is not null then coalesce(j.shape::jsonb, '{\"delivery\": \"sending\"}')"
              + " || case when j.alone then '{\"mode\": \"private\"}'::jsonb else '{}'::jsonb end end)::text end")
          .replace("MSG", "j");

  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Row.class);

  private final AttachmentLinks links;

  @Inject
  public MessageExtras(AttachmentLinks links) {
    this.links = links;
  }

  /** What the column says; addresses of files are made now. */
  public @Nullable Extras read(UUID tenantId, @Nullable String column) {
    if (column == null) {
      return null;
    }
    try {
      Row row = READER.readValue(column);
      return new Extras(
          row.attachments() == null
              ? null
              : row.attachments().stream().map(file -> view(tenantId, file)).toList(),
          row.replyTo() == null ? null : reply(row.replyTo()),
          row.reactions() == null ? null : grouped(row.reactions()),
          instant(row.editedAt()),
          instant(row.deletedAt()),
          row.channel());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database wrote what cannot be read", impossible);
    }
  }

  private AttachmentView view(UUID tenantId, File file) {
    return new AttachmentView(
        file.id(),
        file.name(),
        file.mediaType(),
        file.bytes(),
        file.width(),
        file.height(),
        file.durationMilliseconds(),
        links.url(tenantId, file.id(), Part.FILE),
        file.thumbnail() ? links.url(tenantId, file.id(), Part.THUMBNAIL) : null);
  }

  private static ReplyTo reply(Reply reply) {
    return new ReplyTo(
        reply.sequence(),
        new Author(reply.kind(), reply.id(), reply.name(), null),
        MessageText.preview(reply.excerpt()));
  }

  private static List<Reaction> grouped(List<Reacted> reacted) {
    Map<String, List<Author>> byEmoji = new LinkedHashMap<>();
    for (Reacted one : reacted) {
      byEmoji
          .computeIfAbsent(one.emoji(), emoji -> new ArrayList<>())
          .add(new Author(one.kind(), one.id(), one.name(), null));
    }
    return byEmoji.entrySet().stream()
        .map(entry -> new Reaction(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  record Row(
      @Nullable List<File> attachments,
      @Nullable Reply replyTo,
      @Nullable List<Reacted> reactions,
      @Nullable OffsetDateTime editedAt,
      @Nullable OffsetDateTime deletedAt,
      @Nullable ChannelPart channel) {}

  record File(
      UUID id,
      String name,
      String mediaType,
      long bytes,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long durationMilliseconds,
      boolean thumbnail) {}

  record Reply(long sequence, String kind, UUID id, String name, String excerpt) {}

  record Reacted(String emoji, String kind, UUID id, String name) {}
}
