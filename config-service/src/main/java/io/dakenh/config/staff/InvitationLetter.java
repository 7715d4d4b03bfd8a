package io.dakenh.config.staff;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.mail.LinkToken;
import io.dakenh.config.mail.Mails;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.mail.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Words the letter of an invitation; the key of the entry is the secret of the link. A newer one
 * took the place of this one when no person has it any more.
 */
@ApplicationScoped
class InvitationLetter implements PendingEffect {
  static final String KIND = "invitation.letter";

  private final StaffRepository people;
  private final TenantRepository tenants;
  private final Mails mails;
  private final ServiceSettings.SignUp settings;

  @Inject
  InvitationLetter(
      StaffRepository people, TenantRepository tenants, Mails mails, ServiceSettings settings) {
    this.people = people;
    this.tenants = tenants;
    this.mails = mails;
    this.settings = settings.signUp();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID tenantId, PendingEntry entry) {
    people
        .invitedBy(LinkToken.hash(entry.key()))
        .filter(staff -> staff.tenantId.equals(tenantId) && staff.active)
        .ifPresent(
            staff ->
                mails.post(
                    entry.id(),
                    "invitation",
                    staff.email,
                    letter(tenants.require(tenantId), staff, entry.key())));
  }

  private Letter letter(Tenant tenant, Staff staff, String token) {
    String link = settings.publicUrl() + "/invitation#" + token;
    long days = settings.invitationValid().toDays();
    if (tenant.locale.equals("en")) {
      return Letter.of("en", tenant.name, tenant.name + " invites you to Đa Kênh")
          .heading("Hello " + staff.name + ",")
          .paragraph(
              tenant.name
                  + " has opened an account on Đa Kênh for you, to answer visitors together."
                  + " Choose a password and sign in with this address.")
          .link("Choose a password", link)
          .footer(
              "The link works once, for "
                  + days
                  + " days. If you do not know this business, leave this letter be.");
    }
    return Letter.of("vi", tenant.name, tenant.name + " mời bạn dùng Đa Kênh")
        .heading("Xin chào " + staff.name + ",")
        .paragraph(
            tenant.name
                + " đã mở cho bạn một tài khoản Đa Kênh để cùng trả lời khách."
                + " Hãy đặt mật khẩu rồi đăng nhập bằng địa chỉ này.")
        .link("Đặt mật khẩu", link)
        .footer(
            "Đường dẫn dùng được một lần, trong "
                + days
                + " ngày. Nếu bạn không biết doanh nghiệp này, hãy bỏ qua thư.");
  }
}
