package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.livetalk.attachment.intake.ProviderFiles;
import io.dakenh.livetalk.message.change.MessageChanges;
import io.dakenh.livetalk.message.change.MessageChanges.Told;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that could not be copied when their message came. The message shows their names meanwhile,
 * and gets them when they can be had.
 */
@ApplicationScoped
class MissingMedia {
  private static final int ATTEMPTS = 8;

  /** Of several replicas one takes a row; the time it is given is longer than a copy takes. */
  private static final String CLAIM =
      """
      update channel_media set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => 15 * power(2, attempts))
      where (tenant_id, id) in (
        select tenant_id, id from channel_media where due_at <= (select clock_timestamp()) order by due_at limit 1 for update skip locked)
      returning tenant_id, id, conversation_id, sequence, name, path, attempts""";

  private final Database database;
  private final MediaClient media;
  private final ProviderFiles files;
  private final MessageChanges changes;

  @Inject
  MissingMedia(Database database, MediaClient media, ProviderFiles files, MessageChanges changes) {
    this.database = database;
    this.media = media;
    this.files = files;
    this.changes = changes;
  }

  private record Row(
      UUID tenantId,
      UUID id,
      UUID conversationId,
      long sequence,
      String name,
      String path,
      int attempts) {}

  /** What is still to be fetched of a message; again it changes nothing. */
  void remember(ChannelMessageReceived message, ChannelMessages.Place place) {
    for (ChannelMedia file : message.attachments()) {
      if (file.path() != null) {
        database.update(
            """
            insert into channel_media (tenant_id, id, conversation_id, sequence, name, path, due_at)
            select x.tenant_id, ?, x.conversation_id, x.sequence, ?, ?, clock_timestamp() + interval '5 seconds'
            from channel_message x, jsonb_array_elements(x.shape -> 'missing') one
            where x.tenant_id = ? and x.id = ? and x.sequence = ? and one ->> 'id' = ? and one ->> 'code' is null
            on conflict do nothing""",
            file.mediaId(),
            file.fileName(),
            file.path(),
            message.tenantId(),
            message.messageId(),
            place.sequence(),
            file.mediaId().toString());
      }
    }
  }

  /** Fetches one that is due; false when none is. */
  boolean fetchOne() {
    Optional<Row> due =
        database.first(
            CLAIM,
            row ->
                new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getInt(7)));
    due.ifPresent(this::fetch);
    return due.isPresent();
  }

  private void fetch(Row row) {
    Party author = new Party(PartyKind.SYSTEM, row.tenantId(), row.tenantId(), "", null, false);
    switch (media.copy(author, row.conversationId(), row.name(), row.path())) {
      case MediaClient.Copy.Kept kept -> settle(row, kept.id(), null);
      case MediaClient.Copy.Never never -> settle(row, null, never.code());
      case MediaClient.Copy.Later later -> {
        if (row.attempts() >= ATTEMPTS) {
          settle(row, null, "media-unavailable");
        }
      }
    }
  }

  /** The message carries the file from now on, or says that there will be none. */
  private void settle(Row row, @Nullable UUID file, @Nullable String code) {
    changes.told(
        row.tenantId(),
        row.conversationId(),
        row.sequence(),
        () -> {
          String remaining =
              file == null
                  ? "select jsonb_agg(case when one ->> 'id' = ? then one || jsonb_build_object('code', ?::text) else one end)"
                  : "select jsonb_agg(one) filter (where one ->> 'id' <> ? and ?::text is null)";
          int changed =
              database.update(
                  "update channel_message set shape = jsonb_strip_nulls(shape || jsonb_build_object('missing', ("
                      + remaining
                      + " from jsonb_array_elements(shape -> 'missing') one)))"
                      + " where tenant_id = ? and conversation_id = ? and sequence = ?",
                  row.id().toString(),
                  code,
                  row.tenantId(),
                  row.conversationId(),
                  row.sequence());
          if (changed > 0 && file != null) {
            files.carry(row.tenantId(), file, row.sequence());
            database.update(
                """
                update message set attachment_ids = array_append(coalesce(attachment_ids, '{}'), ?)
                where tenant_id = ? and conversation_id = ? and sequence = ? and deleted_at is null""",
                file,
                row.tenantId(),
                row.conversationId(),
                row.sequence());
          }
          database.update(
              "delete from channel_media where tenant_id = ? and id = ?", row.tenantId(), row.id());
          return new Told.Moved();
        });
  }
}
