package io.dakenh.config.signup;

import io.dakenh.config.identity.PasswordHash;
import io.dakenh.config.staff.StaffRules;
import io.dakenh.config.tenant.TenantRules;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be typed to open a business. */
@ApplicationScoped
class SignUpCheck {
  private static final int REFERRAL_CODE_LENGTH = 64;

  private final DisposableDomains disposable;

  @Inject
  SignUpCheck(DisposableDomains disposable) {
    this.disposable = disposable;
  }

  /** The sign-up as typed, or a problem that names every field at fault. */
  SignUp read(@Nullable SignUpBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    SignUp signUp = new SignUp();
    signUp.businessName = check.line("/name", body.name(), TenantRules.NAME_LENGTH);
    signUp.ownerName = check.line("/ownerName", body.ownerName(), StaffRules.NAME_LENGTH);
    signUp.email = StaffRules.email(check, "/email", body.email());
    if (check.clean() && disposable.holds(signUp.email)) {
      check.wrong("/email", "disposable-address", "Throw-away mailboxes are not accepted.");
    }
    String password = StaffRules.password(check, "/password", body.password());
    if (password.equalsIgnoreCase(signUp.email)) {
      check.wrong("/password", "weak-password", "The password must not be the e-mail address.");
    }
    signUp.locale =
        body.locale() == null
            ? TenantRules.LOCALES.getFirst()
            : check.oneOf("/locale", body.locale(), TenantRules.LOCALES);
    if (body.referralCode() != null) {
      signUp.referralCode = check.line("/referralCode", body.referralCode(), REFERRAL_CODE_LENGTH);
      signUp.referralVisit = visit(check, body.referralVisit());
    }
    check.done();
    signUp.password = PasswordHash.of(password);
    return signUp;
  }

  private static @Nullable UUID visit(BodyCheck check, @Nullable String typed) {
    if (typed == null) {
      return null;
    }
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException wrong) {
      check.wrong("/referralVisit", "uuid", "Not a UUID.");
      return null;
    }
  }
}
