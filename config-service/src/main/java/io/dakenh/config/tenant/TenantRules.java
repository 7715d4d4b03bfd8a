package io.dakenh.config.tenant;

import io.dakenh.config.text.BodyCheck;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand in a tenant's document. */
public final class TenantRules {
  /** Longest name of a business or person, in characters. */
  public static final int NAME_LENGTH = 120;

  /** Languages of the suite. */
  public static final List<String> LOCALES = List.of("vi", "en");

  /** Where the businesses are. */
  public static final String DEFAULT_TIME_ZONE = "Asia/Ho_Chi_Minh";

  private TenantRules() {}

  /** Checks an IANA time zone. */
  public static String timeZone(BodyCheck check, String pointer, @Nullable String zone) {
    if (zone == null) {
      check.wrong(pointer, "required", "This value is required.");
      return DEFAULT_TIME_ZONE;
    }
    try {
      String id = ZoneId.of(zone).getId();
      if (!ZoneId.getAvailableZoneIds().contains(id)) {
        check.wrong(pointer, "time-zone", "Not a time zone, for example Asia/Ho_Chi_Minh.");
      }
      return id;
    } catch (DateTimeException unknown) {
      check.wrong(pointer, "time-zone", "Not a time zone, for example Asia/Ho_Chi_Minh.");
      return DEFAULT_TIME_ZONE;
    }
  }
}
