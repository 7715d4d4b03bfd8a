package io.dakenh.config.staff;

import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.PlainText;
import io.dakenh.platform.tenancy.Roles;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a person's document. */
public final class StaffRules {
  /** Longest name of a person, in characters; as in the realm's user profile. */
  public static final int NAME_LENGTH = 120;

  /** Roles a person of a business can have. */
  public static final List<String> ROLES = List.of(Roles.OWNER, Roles.AGENT);

  private static final int CAPACITY_MOST = 100;
  private static final int EMAIL_LENGTH = 254;
  private static final int PASSWORD_LEAST = 8;
  private static final int PASSWORD_MOST = 128;
  private static final int URL_LENGTH = 500;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");

  private StaffRules() {}

  /** Checks an e-mail; letters are stored small, as Keycloak does. */
  public static String email(BodyCheck check, String pointer, @Nullable String typed) {
    String email = check.line(pointer, typed, EMAIL_LENGTH).toLowerCase(Locale.ROOT);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      check.wrong(pointer, "email", "Not an e-mail address.");
    }
    return email;
  }

  /** Checks how many conversations a person may have at a time; none is no limit. */
  public static @Nullable Integer capacity(
      BodyCheck check, String pointer, @Nullable Integer typed) {
    return typed == null ? null : check.number(pointer, typed, 1, CAPACITY_MOST);
  }

  /** Checks a first password; the realm's policy has the last word. */
  public static String password(BodyCheck check, String pointer, @Nullable String typed) {
    if (typed == null) {
      check.wrong(pointer, "required", "This value is required.");
      return "";
    }
    int length = PlainText.length(typed);
    if (length < PASSWORD_LEAST || length > PASSWORD_MOST) {
      check.wrong(
          pointer, "size", "From " + PASSWORD_LEAST + " to " + PASSWORD_MOST + " characters.");
    }
    return typed;
  }

  /** Checks a picture's address: http(s) or a path on this origin; null removes the picture. */
  static @Nullable String avatarUrl(BodyCheck check, String pointer, @Nullable String typed) {
    if (typed == null) {
      return null;
    }
    String url = check.line(pointer, typed, URL_LENGTH);
    if (!url.isEmpty() && !pictureAddress(url)) {
      check.wrong(
          pointer, "url", "An http or https address, or a path that begins with one slash.");
    }
    return url;
  }

  private static boolean pictureAddress(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null) {
        return url.startsWith("/") && !url.startsWith("//") && !url.contains("\\");
      }
      return List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null;
    } catch (URISyntaxException wrong) {
      return false;
    }
  }
}
