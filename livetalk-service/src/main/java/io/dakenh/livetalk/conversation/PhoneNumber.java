package io.dakenh.livetalk.conversation;

import io.dakenh.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** Phone numbers as visitors write them. */
final class PhoneNumber {
  private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d\\s().-]+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");

  /** Mobile numbers have nine digits behind the zero, landlines ten, which begin with 2. */
  private static final Pattern VIETNAMESE = Pattern.compile("[35789]\\d{8}|2\\d{9}");

  private static final Pattern INTERNATIONAL = Pattern.compile("[1-9]\\d{6,14}");
  private static final String VIETNAM = "84";

  private PhoneNumber() {}

  /** The number in E.164 form; one without a country is Vietnamese. */
  static String normalise(String pointer, String written) {
    if (WRITTEN.matcher(written).matches()) {
      String digits = SEPARATORS.matcher(written).replaceAll("");
      String international = null;
      if (digits.startsWith("+")) {
        international = digits.substring(1);
      } else if (digits.startsWith("00")) {
        international = digits.substring(2);
      } else if (digits.startsWith(VIETNAM) && digits.length() >= 11) {
        international = digits;
      } else if (digits.startsWith("0")) {
        international = VIETNAM + digits.substring(1);
      }
      if (international != null && right(international)) {
        return "+" + withoutTrunkZero(international);
      }
    }
    throw ProblemException.invalid(pointer, "phone", "This is no phone number.");
  }

  private static String withoutTrunkZero(String international) {
    return international.startsWith(VIETNAM + "0")
        ? VIETNAM + international.substring(3)
        : international;
  }

  private static boolean right(String international) {
    String number = withoutTrunkZero(international);
    return number.startsWith(VIETNAM)
        ? VIETNAMESE.matcher(number.substring(2)).matches()
        : INTERNATIONAL.matcher(number).matches();
  }
}
