package io.dakenh.devstack.infra;

/** Reads a setting from the system property of that name, else from the environment. */
public final class Settings {
  private Settings() {}

  /** The value, or the fallback when neither place has a non-blank one. */
  public static String text(String name, String fallback) {
    String property = System.getProperty(name);
    if (property != null && !property.isBlank()) {
      return property;
    }
    String variable = System.getenv(name);
    return variable != null && !variable.isBlank() ? variable : fallback;
  }

  /**
   * A value that must be there.
   *
   * @throws InfraException naming the setting
   */
  public static String required(String name, String purpose) {
    String value = text(name, "");
    if (value.isEmpty()) {
      throw new InfraException("set " + name + " (" + purpose + ") or use another SUITE_INFRA");
    }
    return value;
  }
}
