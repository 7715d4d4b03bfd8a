package io.dakenh.livetalk.call;

import io.dakenh.livetalk.party.Party;
import java.util.List;
import java.util.Optional;

/**
 * A call and everybody who ever was in it, read under the call's lock.
 *
 * @param participants in the order in which they came
 */
record CallFacts(Call call, List<Participant> participants) {
  /** Those who have not left. */
  List<Participant> present() {
    return participants.stream().filter(each -> !each.gone()).toList();
  }

  Optional<Participant> present(Party party) {
    return participants.stream().filter(each -> !each.gone() && each.is(party)).findFirst();
  }

  Optional<Participant> visitor() {
    return participants.stream().filter(each -> each.visitor() && !each.gone()).findFirst();
  }

  /** Agents whose media flows. */
  List<Participant> joinedAgents() {
    return participants.stream().filter(each -> !each.visitor() && each.joined()).toList();
  }
}
