package io.dakenh.config.support;

import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.devstack.mail.Mailbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Letters that reached the real mail server of the tests. */
public final class Letters {
  private static final Pattern TOKEN = Pattern.compile("#([A-Za-z0-9_-]{43})");

  private Letters() {}

  /** What came to an address. */
  public static Mailbox to(String address) {
    return new Mailbox(
        ConfigProvider.getConfig().getValue("dakenh.test.mailbox", String.class), address);
  }

  /** The secret of the link in a letter. */
  public static String token(CaughtMail mail) {
    Matcher matcher = TOKEN.matcher(mail.text());
    if (!matcher.find()) {
      throw new AssertionError("no link in: " + mail.subject());
    }
    return matcher.group(1);
  }
}
