package io.dakenh.channels.erasure;

import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Linked pages with their tokens, customers, threads and copies of files. */
@ApplicationScoped
class ChannelTables implements TenantTables {
  private static final String OF_CHANNEL =
      "channel_id in (select id from channel where tenant_id = ?)";

  @Override
  public List<ErasedRows> erased() {
    List<ErasedRows> rows = new ArrayList<>(ErasedRows.platform());
    rows.add(ErasedRows.of("link_session"));
    rows.add(ErasedRows.where("pending_unsubscribe", OF_CHANNEL));
    rows.add(
        ErasedRows.family(
                "thread",
                """
                select t.id from channel c join thread t on t.channel_id = c.id
                where c.tenant_id = ? limit ?""")
            .with("thread_work", "thread_id")
            .with("inbound_event", "thread_id")
            .with("channel_message", "thread_id")
            .withAll(
                "outbound_part",
                "message_id in (select message_id from outbound_message where thread_id = any (?))")
            .with("outbound_message", "thread_id")
            .with("outbound_action", "thread_id"));
    rows.add(ErasedRows.where("parked_change", OF_CHANNEL));
    rows.add(ErasedRows.where("contact", OF_CHANNEL));
    rows.add(ErasedRows.family("media").with("media_piece", "media_id"));
    rows.add(ErasedRows.told("channel", Topic.CHANNEL_CHANNEL, "id::text"));
    rows.add(ErasedRows.of("business"));
    return List.copyOf(rows);
  }

  @Override
  public List<KeptTable> kept() {
    return List.of(
        KeptTable.ofNobody(
            "webhook_delivery", "not sorted yet; of a page nobody has linked it is dropped"),
        KeptTable.ofNobody("webhook_refusal", "counts per day"),
        KeptTable.ofNobody("data_deletion", "codes for people, without what they are about"));
  }
}
