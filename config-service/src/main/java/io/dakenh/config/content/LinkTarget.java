package io.dakenh.config.content;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a link's target has to be, kind by kind, and the address that opens it. */
public final class LinkTarget {
  /** All kinds. */
  public static final List<String> KINDS =
      List.of(
          "facebook",
          "zalo",
          "skype",
          "messenger",
          "telegram",
          "whatsapp",
          "viber",
          "tiktok",
          "phone",
          "email");

  private static final Set<String> PHONES = Set.of("zalo", "whatsapp", "viber", "phone");
  private static final String HOME = "VN";
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ().-]{3,40}");
  private static final Pattern SKYPE = Pattern.compile("[A-Za-z][A-Za-z0-9.,_:-]{5,63}");
  private static final Pattern MESSENGER = Pattern.compile("[A-Za-z0-9.]{5,50}");
  private static final Pattern TELEGRAM = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");
  private static final Pattern TIKTOK = Pattern.compile("[A-Za-z0-9_.]{2,24}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=^_`{|}~-]{1,64}@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");

  private LinkTarget() {}

  /** The address that opens the target; empty when the target is not of the kind. */
  public static Optional<String> url(String kind, String target) {
    return switch (kind) {
      case "facebook" -> facebook(target);
      case "skype" -> matching(SKYPE, target).map(id -> "skype:" + encoded(id) + "?chat");
      case "messenger" ->
          matching(MESSENGER, handle(target, "m.me", "messenger.com"))
              .map(name -> "https://m.me/" + name);
      case "telegram" ->
          matching(TELEGRAM, handle(target, "t.me", "telegram.me"))
              .map(name -> "https://t.me/" + name);
      case "tiktok" ->
          matching(TIKTOK, handle(target, "tiktok.com")).map(n -> "https://www.tiktok.com/@" + n);
      case "email" -> matching(EMAIL, target).map(mail -> "mailto:" + encodedMail(mail));
      default -> PHONES.contains(kind) ? phone(target).map(n -> dial(kind, n)) : Optional.empty();
    };
  }

  /** Code of what is wrong with a target of the kind. */
  static String fault(String kind) {
    return PHONES.contains(kind) ? "phone" : kind.equals("email") ? "email" : "link-target";
  }

  /** What a target of the kind looks like. */
  static String expectation(String kind) {
    return switch (kind) {
      case "facebook" -> "The address of a Facebook page.";
      case "skype" -> "A Skype id.";
      case "messenger" -> "The name of a page, or its address at m.me.";
      case "telegram" -> "A Telegram name, or its address at t.me.";
      case "tiktok" -> "A TikTok name, or its address.";
      case "email" -> "An e-mail address.";
      default -> "A phone number in Vietnamese or international form.";
    };
  }

  private static Optional<String> matching(Pattern form, String text) {
    return form.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> facebook(String target) {
    String typed =
        target.toLowerCase(Locale.ROOT).startsWith("http") ? target : "https://" + target;
    return WebAddress.of(typed)
        .filter(uri -> uri.getPort() == -1)
        .filter(uri -> hosted(uri, "facebook.com") || hosted(uri, "fb.com") || hosted(uri, "fb.me"))
        .filter(uri -> uri.getRawPath() != null && uri.getRawPath().length() > 1)
        .map(
            uri ->
                "https://"
                    + uri.getHost().toLowerCase(Locale.ROOT)
                    + uri.getRawPath()
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
  }

  private static boolean hosted(URI uri, String domain) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /** The name out of an address at one of the hosts, or what was typed without its at sign. */
  private static String handle(String target, String... hosts) {
    String name = target;
    for (String host : hosts) {
      Matcher address =
          Pattern.compile(
                  "(?:https?://)?(?:www\\.)?" + Pattern.quote(host) + "/(?:t/)?([^/?#]+)/?",
                  Pattern.CASE_INSENSITIVE)
              .matcher(target);
      if (address.matches()) {
        name = address.group(1);
      }
    }
    return name.startsWith("@") ? name.substring(1) : name;
  }

  private static Optional<PhoneNumber> phone(String target) {
    // The parser would find a number in any text.
    if (!NUMBER.matcher(target).matches()) {
      return Optional.empty();
    }
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = phones.parse(target, HOME);
      return phones.isValidNumber(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException wrong) {
      return Optional.empty();
    }
  }

  private static String dial(String kind, PhoneNumber number) {
    String international = PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    String digits = international.substring(1);
    return switch (kind) {
      case "zalo" -> "https://zalo.me/" + digits;
      case "whatsapp" -> "https://wa.me/" + digits;
      case "viber" -> "viber://chat?number=%2B" + digits;
      default -> "tel:" + international;
    };
  }

  private static String encoded(String id) {
    return id.replace(",", "%2C");
  }

  private static String encodedMail(String mail) {
    return mail.replace("%", "%25")
        .replace("?", "%3F")
        .replace("&", "%26")
        .replace("#", "%23")
        .replace("`", "%60")
        .replace("{", "%7B")
        .replace("|", "%7C")
        .replace("}", "%7D")
        .replace("^", "%5E");
  }
}
