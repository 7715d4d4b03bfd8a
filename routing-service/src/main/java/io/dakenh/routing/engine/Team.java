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
 * @param hours when it answers: outside of them nobody is asked
 * @param preferPrevious whether a visitor who comes back is brought to whom they talked to last
 * @param wishes of the conversation in question
 */
public record Team(
    UUID departmentId,
    String name,
    AllocationMode mode,
    Duration passOn,
    Duration total,
    List<Member> members,
    Hours hours,
    boolean preferPrevious,
    Wishes wishes) {
  /** Copies the list. */
  public Team {
    members = List.copyOf(members);
  }

  /** The same department, for a conversation with these wishes. */
  public Team asFor(Wishes wanted) {
    return new Team(
        departmentId, name, mode, passOn, total, members, hours, preferPrevious, wanted);
  }

  /** The same department, with this much time at most. */
  public Team within(Duration left) {
    Duration rest = left.isNegative() ? Duration.ZERO : left;
    return new Team(
        departmentId,
        name,
        mode,
        passOn,
        rest.compareTo(total) < 0 ? rest : total,
        members,
        hours,
        preferPrevious,
        wishes);
  }

  /** Those who may be asked, in order. */
  public List<Member> available() {
    List<Member> there = members.stream().filter(Member::available).toList();
    return there.size() < 2 || wishes.avoided() == null
        ? there
        : there.stream().filter(member -> !member.agentId().equals(wishes.avoided())).toList();
  }

  /** Whether somebody is online who has as many conversations as they may. */
  boolean everyoneBusy() {
    return members.stream().anyMatch(m -> m.availability() == Availability.AT_CAPACITY);
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
