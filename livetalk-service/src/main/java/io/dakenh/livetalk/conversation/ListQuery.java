package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the desk's lists as a condition on the conversation {@code c}: never more than the agent
 * may see.
 */
record ListQuery(String condition, List<@Nullable Object> values) {
  /** The lists, by the name they have in requests. */
  enum View {
    MINE("mine"),
    WAITING("waiting"),
    ALL("all"),
    CLOSED("closed"),
    SNOOZED("snoozed"),
    MENTIONS("mentions");

    private final String code;

    View(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static View of(String code) {
      return Arrays.stream(values())
          .filter(view -> view.code.equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  ProblemException.invalid(
                      "/view", "unknown", "One of mine, waiting, all, closed, snoozed, mentions."));
    }
  }

  /** What the agent filters by; null: nothing. */
  record Filter(
      @Nullable UUID labelId,
      @Nullable UUID departmentId,
      @Nullable String channelKind,
      @Nullable UUID visitorId) {
    static final Filter NONE = new Filter(null, null, null, null);
  }

  private static final String MINE =
      " and c.snoozed_until is null and c.id in (select q.conversation_id from conversation_participant q"
          + " where q.tenant_id = c.tenant_id and q.agent_id = ? and q.open)";

  private static final String MENTIONED =
      " and c.id in (select m.conversation_id from note_mention m where m.tenant_id = c.tenant_id and m.agent_id = ?";

  /** What a list shows. */
  static ListQuery of(View view, Party agent, UUID[] departments, Filter filter) {
    return build(view, agent, departments, filter, false);
  }

  /** What a list counts: of mentions those the agent has not looked at. */
  static ListQuery counting(View view, Party agent, UUID[] departments, Filter filter) {
    return build(view, agent, departments, filter, true);
  }

  private static ListQuery build(
      View view, Party agent, UUID[] departments, Filter filter, boolean counting) {
    StringBuilder condition = new StringBuilder();
    List<@Nullable Object> values = new ArrayList<>();
    switch (view) {
      case MINE -> {
        condition.append(MINE);
        values.add(agent.id());
      }
      case WAITING -> condition.append(" and c.state = 'open' and c.waiting");
      case ALL -> {
        // Whatever the agent may see.
      }
      case CLOSED -> condition.append(" and c.state = 'closed'");
      case SNOOZED -> condition.append(" and c.snoozed_until is not null");
      case MENTIONS -> {
        condition.append(MENTIONED).append(counting ? " and m.seen_at is null)" : ")");
        values.add(agent.id());
      }
    }
    if (view != View.MINE) {
      condition.append(ConversationRepository.VISIBLE_TO_AGENT);
      values.add(agent.owner());
      values.add(departments);
      values.add(agent.id());
    }
    narrow(filter, condition, values);
    return new ListQuery(condition.toString(), values);
  }

  private static void narrow(
      Filter filter, StringBuilder condition, List<@Nullable Object> values) {
    if (filter.labelId() != null) {
      condition.append(
          " and exists (select 1 from conversation_label cl"
              + " where cl.tenant_id = c.tenant_id and cl.conversation_id = c.id and cl.label_id = ?)");
      values.add(filter.labelId());
    }
    if (filter.departmentId() != null) {
      condition.append(" and c.department_id = ?");
      values.add(filter.departmentId());
    }
    if (filter.channelKind() != null) {
      condition.append(" and c.channel_kind = ?");
      values.add(filter.channelKind());
    }
    if (filter.visitorId() != null) {
      condition.append(" and c.visitor_id = ?");
      values.add(filter.visitorId());
    }
  }
}
