package io.dakenh.routing.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department at one moment: its rules and its people in the owner's order.
 *
 * @param passOn how long one person's offer stands
 * @param total how long the allocation lasts before the conversation waits in the queue
 * @param wanted whom the visitor of the conversation in question asked for: asked before everyone
 *     else; null for nobody
 */
public record Team(
    UUID departmentId,
    String name,
    AllocationMode mode,
    Duration passOn,
    Duration total,
    List<Member> members,
    @Nullable UUID wanted) {
  /** Copies the list. */
  public Team {
    members = List.copyOf(members);
  }

  /** The same department, for a visitor who asked for this person. */
  public Team asFor(@Nullable UUID agentId) {
    return new Team(departmentId, name, mode, passOn, total, members, agentId);
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
