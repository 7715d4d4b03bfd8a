package io.dakenh.devstack.infra;

import java.util.regex.Pattern;

/** Names that are put into DDL, where no parameter can stand. */
final class Identifiers {
  private static final Pattern SAFE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  private Identifiers() {}

  static String checked(String name) {
    if (!SAFE.matcher(name).matches()) {
      throw new IllegalArgumentException("not a usable database or role name: " + name);
    }
    return name;
  }
}
