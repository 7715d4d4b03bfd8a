package io.dakenh.livetalk.access;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.tenancy.Caller;

/** The agent or owner who makes a request. */
public final class Callers {
  private Callers() {}

  /** As a party of conversations. */
  public static Party agent(Caller caller) {
    return new Party(
        PartyKind.AGENT, caller.tenantId(), caller.personId(), caller.name(), null, caller.owner());
  }
}
