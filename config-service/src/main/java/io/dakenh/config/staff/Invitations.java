package io.dakenh.config.staff;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.identity.Identity;
import io.dakenh.config.mail.LinkToken;
import io.dakenh.config.mail.Mails;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.Entries;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who were invited choose a password by a link that works once. The person exists from the
 * start, and cannot sign in before.
 */
@ApplicationScoped
public class Invitations {
  private final StaffRepository people;
  private final TenantRepository tenants;
  private final Documents documents;
  private final Identity identity;
  private final Mails mails;
  private final ServiceSettings.SignUp settings;
  private final Clock clock;

  @Inject
  Invitations(
      StaffRepository people,
      TenantRepository tenants,
      Documents documents,
      Identity identity,
      Mails mails,
      ServiceSettings settings,
      Clock clock) {
    this.people = people;
    this.tenants = tenants;
    this.documents = documents;
    this.identity = identity;
    this.mails = mails;
    this.settings = settings.signUp();
    this.clock = clock;
  }

  /** Notes on a new person that the letter is about to go out. */
  public void begin(Staff staff, String token) {
    staff.invitation = invitation(token);
  }

  /** The letter goes out with the write these entries belong to. */
  public static void letter(Entries entries, Staff staff, String token) {
    entries.effect(InvitationLetter.KIND, token, "\"" + staff.id + "\"");
  }

  private Invitation invitation(String token) {
    Instant now = Documents.now(clock);
    return new Invitation(LinkToken.hash(token), now, now.plus(settings.invitationValid()));
  }

  /** Sends another letter; the link of the one before ends. */
  Staff again(UUID tenantId, UUID staffId, UUID actorId) {
    mails.require();
    people.require(tenantId, staffId);
    String token = LinkToken.next();
    Staff written =
        documents.retrying(
            () -> people.find(tenantId, staffId).orElse(null),
            staff -> {
              requireOpen(staff);
              return documents.change(
                  people.mongoCollection(),
                  staff,
                  edit -> edit.invitation = invitation(token),
                  edited -> {
                    letter(edited.entries(), edited.after(), token);
                    edited.entries().audit("staff.invited", actorId, staffId, Set.of());
                  });
            });
    if (written == null) {
      throw ProblemException.notFound("staff");
    }
    return written;
  }

  private void requireOpen(Staff staff) {
    Invitation open = staff.invitation;
    if (open == null) {
      throw ProblemException.conflict(
          "invitation-accepted", "The person has chosen a password already.");
    }
    if (!staff.active) {
      throw ProblemException.rule("staff-deactivated", "Let the person in again first.");
    }
    Instant now = Documents.now(clock);
    Instant next = open.sentAt().plus(settings.letterPause());
    if (next.isAfter(now)) {
      throw ProblemException.rateLimited(Duration.between(now, next).plusSeconds(1));
    }
  }

  /** What whoever holds the link may know. */
  InvitationView look(@Nullable String token) {
    return view(require(token));
  }

  /**
   * Sets the password, and ends the link. If the process dies in between, the link works once more
   * and leads to the same.
   */
  InvitationView accept(@Nullable String token, @Nullable String typed) {
    Staff staff = require(token);
    BodyCheck check = new BodyCheck();
    String password = StaffRules.password(check, "/password", typed);
    check.done();
    InvitationView view = view(staff);
    identity.setPassword(staff.id, password);
    documents.retrying(
        () -> people.find(staff.tenantId, staff.id).orElse(null),
        loaded ->
            documents.change(
                people.mongoCollection(),
                loaded,
                edit -> edit.invitation = null,
                edited -> edited.entries().audit("staff.joined", staff.id, staff.id, Set.of())));
    return view;
  }

  private InvitationView view(Staff staff) {
    Tenant tenant = tenants.require(staff.tenantId);
    return new InvitationView(tenant.name, staff.name, staff.email);
  }

  private Staff require(@Nullable String token) {
    if (token == null || token.isBlank()) {
      throw ProblemException.invalid("/token", "required", "This value is required.");
    }
    return people
        .invitedBy(LinkToken.hash(token))
        .filter(staff -> staff.active)
        .filter(
            staff ->
                staff.invitation != null && staff.invitation.expiresAt().isAfter(clock.instant()))
        .orElseThrow(() -> ProblemException.notFound("invitation"));
  }
}
