package io.dakenh.routing.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A department at one moment: its rules and its people in the owner's order.
 *
 * @param passOn how long one person's offer stands
 * @param total how long the allocation lasts before the conversation waits in the queue
 */
public record Team(
    UUID departmentId,
    String name,
    AllocationMode mode,
    Duration passOn,
    Duration total,
    List<Member> members) {
  /** Copies the list. */
  public Team {
    members = List.copyOf(members);
  }

  /** Those who may be asked, in order. */
  public List<Member> available() {
    return members.stream().filter(Member::available).toList();
  }

  /** The person with this id, if listed. */
  public Optional<Member> member(UUID agentId) {
    return members.stream().filter(member -> member.agentId().equals(agentId)).findFirst();
  }

  /** Place in the list, -1 when not listed. */
  int position(UUID agentId) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).agentId().equals(agentId)) {
        return i;
      }
    }
    return -1;
  }
}
