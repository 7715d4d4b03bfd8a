package io.dakenh.routing.desk;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.routing.allocation.AllocationService.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The person at the desk. */
@RequestScoped
class Desk {
  private final Caller caller;

  @Inject
  Desk(Caller caller) {
    this.caller = caller;
  }

  Person person() {
    return new Person(caller.tenantId(), caller.personId(), caller.name(), caller.owner());
  }
}
