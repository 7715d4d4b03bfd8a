package io.dakenh.livetalk.erasure;

import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conversations with all that is in them, visitors, and what is kept of people, settings, keys and
 * webhooks. What is found by its conversation is looked for by its business as well, in case it
 * came while its conversation went.
 */
@ApplicationScoped
class LivetalkTables implements TenantTables {
  private static final String CONVERSATION = "conversation_id";

  @Override
  public List<ErasedRows> erased() {
    List<ErasedRows> rows = new ArrayList<>(ErasedRows.platform());
    // Nobody gets in, and nothing goes out any more.
    all(rows, "api_key", "identify_secret", "widget", "push_notice", "push_subscription");
    all(rows, "webhook_delivery", "webhook_endpoint", "mail", "channel_request", "channel_media");
    all(rows, "sequence_note", "sequence_watch", "sequence_plan", "offer", "agent_socket");
    rows.add(ErasedRows.told("agent_presence", Topic.LIVETALK_PRESENCE, "agent_id::text"));
    rows.add(ErasedRows.family("call").with("call_participant", "call_id"));
    rows.add(ErasedRows.of("note_mention"));
    rows.add(
        ErasedRows.family("conversation")
            .withAll(
                "attachment_chunk",
                "attachment_id in (select id from attachment where conversation_id = any (?))")
            .with("attachment", CONVERSATION)
            .with("search_entry", CONVERSATION)
            .with("message_reaction", CONVERSATION)
            .with("message", CONVERSATION)
            .with("conversation_note", CONVERSATION)
            .with("conversation_label", CONVERSATION)
            .with("conversation_participant", CONVERSATION)
            .with("conversation_rating", CONVERSATION)
            .with("visitor_page", CONVERSATION));
    rows.add(ErasedRows.family("attachment").with("attachment_chunk", "attachment_id"));
    all(rows, "search_entry", "message_reaction", "message", "conversation_note");
    all(rows, "conversation_label", "conversation_participant", "conversation_rating");
    all(rows, "visitor_page", "report_conversation", "attachment_usage", "label");
    all(rows, "channel_message", "channel_thread", "channel");
    all(rows, "visitor_identity", "visitor_data", "visitor_block", "visitor");
    rows.add(ErasedRows.family("personal_data_job").with("personal_data_chunk", "job_id"));
    all(rows, "entitlement", "section_settings", "department", "staff");
    rows.add(ErasedRows.where("tenant", "id = ?"));
    return List.copyOf(rows);
  }

  private static void all(List<ErasedRows> rows, String... tables) {
    Stream.of(tables).map(ErasedRows::of).forEach(rows::add);
  }

  @Override
  public List<KeptTable> kept() {
    return List.of(
        KeptTable.ofNobody("replica", "processes of this service"),
        KeptTable.ofNobody("push_key", "the installation's own key"));
  }
}
