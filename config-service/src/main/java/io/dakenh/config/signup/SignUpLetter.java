package io.dakenh.config.signup;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.identity.Identity;
import io.dakenh.config.mail.Mails;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.platform.mail.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Words the letter that follows a sign-up; the key of the entry is the secret of the link. */
@ApplicationScoped
class SignUpLetter implements PendingEffect {
  static final String KIND = "sign-up.letter";
  private static final String SENDER = "Đa Kênh";

  private final SignUpRepository signUps;
  private final Identity identity;
  private final Mails mails;
  private final ServiceSettings.SignUp settings;

  @Inject
  SignUpLetter(SignUpRepository signUps, Identity identity, Mails mails, ServiceSettings settings) {
    this.signUps = signUps;
    this.identity = identity;
    this.mails = mails;
    this.settings = settings.signUp();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID signUpId, PendingEntry entry) {
    signUps
        .findByIdOptional(signUpId)
        .filter(signUp -> signUp.confirmedAt == null)
        .ifPresent(
            signUp ->
                mails.post(
                    entry.id(),
                    "sign-up",
                    signUp.email,
                    identity.known(signUp.email) ? known(signUp) : confirm(signUp, entry.key())));
  }

  private Letter confirm(SignUp signUp, String token) {
    String link = settings.publicUrl() + "/signup/confirm#" + token;
    long hours = settings.linkValid().toHours();
    if (signUp.locale.equals("en")) {
      return Letter.of("en", SENDER, "Confirm your e-mail to open " + signUp.businessName)
          .heading("Hello " + signUp.ownerName + ",")
          .paragraph(
              "You are one step away: confirm that this mailbox is yours, and "
                  + signUp.businessName
                  + " is ready on Đa Kênh.")
          .link("Confirm the e-mail", link)
          .footer(
              "The link works once, for "
                  + hours
                  + " hours. If you did not sign up, leave this letter be: nothing happens"
                  + " without it, and please do not follow the link for somebody else.");
    }
    return Letter.of("vi", SENDER, "Xác nhận e-mail để mở " + signUp.businessName)
        .heading("Xin chào " + signUp.ownerName + ",")
        .paragraph(
            "Chỉ còn một bước: xác nhận hộp thư này là của bạn, "
                + signUp.businessName
                + " sẽ sẵn sàng trên Đa Kênh.")
        .link("Xác nhận e-mail", link)
        .footer(
            "Đường dẫn dùng được một lần, trong "
                + hours
                + " giờ. Nếu bạn không đăng ký, hãy bỏ qua thư này: sẽ không có gì xảy ra,"
                + " và đừng mở đường dẫn hộ người khác.");
  }

  private Letter known(SignUp signUp) {
    String link = settings.publicUrl() + "/";
    if (signUp.locale.equals("en")) {
      return Letter.of("en", SENDER, "You have an account already")
          .heading("Hello,")
          .paragraph(
              "Somebody wanted to sign up with this address, but it belongs to an account"
                  + " already. If that was you, sign in with it, or sign up with another address.")
          .link("Sign in", link)
          .footer("If it was not you, there is nothing to do: nothing was changed.");
    }
    return Letter.of("vi", SENDER, "Bạn đã có tài khoản")
        .heading("Xin chào,")
        .paragraph(
            "Có người vừa đăng ký bằng địa chỉ này, nhưng địa chỉ đã có tài khoản."
                + " Nếu đó là bạn, hãy đăng nhập, hoặc đăng ký bằng địa chỉ khác.")
        .link("Đăng nhập", link)
        .footer("Nếu không phải bạn thì không cần làm gì: mọi thứ vẫn như cũ.");
  }
}
