package io.dakenh.config.tenant;

/** Kinds of work that changes of several features lead to. */
public final class Consequences {
  /** Render the public widget document again. */
  public static final String RENDER_WIDGET = "widget.render";

  /** Take a person who was deactivated out of the departments; the key is the person's id. */
  public static final String LEAVE_DEPARTMENTS = "department.leave";

  private Consequences() {}
}
