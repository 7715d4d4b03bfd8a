package io.dakenh.config.tenant;

/** Kinds of work that changes of several features lead to. */
public final class Consequences {
  /** Render the public widget document again. */
  public static final String RENDER_WIDGET = "widget.render";

  private Consequences() {}
}
