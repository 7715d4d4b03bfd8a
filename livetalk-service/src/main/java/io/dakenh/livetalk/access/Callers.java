package io.dakenh.livetalk.access;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.KeyPrincipal;

/** The agent or owner who makes a request, or the program. */
public final class Callers {
  private Callers() {}

  /** As a party of conversations. A key sees what its scopes let it see of all conversations. */
  public static Party agent(Caller caller) {
    return caller.key().map(Callers::program).orElseGet(() -> person(caller));
  }

  private static Party program(KeyPrincipal key) {
    return new Party(PartyKind.AGENT, key.tenantId(), key.keyId(), key.keyName(), null, true);
  }

  private static Party person(Caller caller) {
    return new Party(
        PartyKind.AGENT, caller.tenantId(), caller.personId(), caller.name(), null, caller.owner());
  }
}
