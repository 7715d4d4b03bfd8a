package io.dakenh.config.staff;

import io.dakenh.config.identity.Identity;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.Effects;
import io.dakenh.config.storage.Entries;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUps;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes people. Our document is written first, with a mark that Keycloak has to follow; Keycloak
 * is told at once, and by the sweep if that failed. So a person who was deactivated stays
 * deactivated whatever dies in between.
 */
@ApplicationScoped
class StaffService {
  private final StaffRepository people;
  private final TenantRepository tenants;
  private final FollowUps followUps;
  private final Documents documents;
  private final Effects effects;
  private final Identity identity;
  private final IdentityFollows follows;
  private final Clock clock;

  @Inject
  StaffService(
      StaffRepository people,
      TenantRepository tenants,
      FollowUps followUps,
      Documents documents,
      Effects effects,
      Identity identity,
      IdentityFollows follows,
      Clock clock) {
    this.people = people;
    this.tenants = tenants;
    this.followUps = followUps;
    this.documents = documents;
    this.effects = effects;
    this.identity = identity;
    this.follows = follows;
    this.clock = clock;
  }

  Staff patch(UUID tenantId, UUID id, @Nullable String ifMatch, String body, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    Consumer<Staff> edit = StaffPatch.read(body);
    Staff loaded = people.require(tenantId, id);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    Staff wanted = people.require(tenantId, id);
    edit.accept(wanted);
    boolean identityDue = identityDue(loaded, wanted);
    if (identityDue) {
      identity.requireReachable(id);
    }
    if (loaded.activeOwner() == wanted.activeOwner()) {
      return write(loaded, edit, identityDue, actorId);
    }
    noteOwnerChange(loaded, wanted);
    try {
      return write(loaded, edit, identityDue, actorId);
    } finally {
      followUps.settle(tenantId, id);
    }
  }

  private void noteOwnerChange(Staff loaded, Staff wanted) {
    if (wanted.activeOwner()) {
      tenants.addFollowUp(loaded.tenantId, FollowUp.CHECK_OWNER, loaded.id);
    } else if (!tenants.releaseOwner(loaded.tenantId, loaded.id)) {
      throw ProblemException.rule(
          "last-owner", "This is the last active owner; make someone else an owner first.");
    }
  }

  private Staff write(Staff loaded, Consumer<Staff> edit, boolean identityDue, UUID actorId) {
    AtomicReference<Entries> followed = new AtomicReference<>();
    Staff written =
        documents.change(
            people.mongoCollection(),
            loaded,
            staff -> {
              edit.accept(staff);
              if (identityDue) {
                staff.identityDueSince = Documents.now(clock);
              }
            },
            edited -> {
              StaffEvents.changed(edited.entries(), edited.after());
              edited.entries().audit("staff.changed", actorId, loaded.id, edited.fields());
              if (loaded.active && !edited.after().active) {
                edited.entries().effect(Consequences.LEAVE_DEPARTMENTS, loaded.id.toString(), "{}");
              }
              followed.set(edited.entries());
            });
    Entries entries = followed.get();
    if (entries != null) {
      effects.now(loaded.tenantId, entries);
    }
    if (identityDue) {
      follows.tryNow(written);
    }
    return written;
  }

  private static boolean identityDue(Staff before, Staff after) {
    return !before.name.equals(after.name)
        || !before.role.equals(after.role)
        || before.active != after.active;
  }
}
