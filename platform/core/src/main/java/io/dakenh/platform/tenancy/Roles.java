package io.dakenh.platform.tenancy;

/** Realm roles, as they stand in {@code realm_access.roles}. */
public final class Roles {
  /** Business owner: configures everything of the own tenant. */
  public static final String OWNER = "owner";

  /** Answers visitors. */
  public static final String AGENT = "agent";

  /** Runs the platform; belongs to no tenant. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
