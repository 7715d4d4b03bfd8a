package io.dakenh.routing.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom one conversation should rather come to, and whom not.
 *
 * @param wanted asked before everyone else; null for nobody
 * @param cause why
 * @param avoided asked only when nobody else can be; null for nobody
 */
public record Wishes(@Nullable UUID wanted, Cause cause, @Nullable UUID avoided) {
  /** None. */
  public static final Wishes NONE = new Wishes(null, Cause.VISITOR, null);

  /** Who wants somebody. */
  public enum Cause {
    VISITOR("visitor", "wanted-by-visitor"),
    COLLEAGUE("colleague", "wanted-by-colleague"),
    PREVIOUS("previous", "served-before");

    private final String label;
    private final String reason;

    Cause(String label, String reason) {
      this.label = label;
      this.reason = reason;
    }

    /** Name in the database. */
    public String label() {
      return label;
    }

    /** Why the person was asked, for the timeline. */
    public String reason() {
      return reason;
    }

    /** From its stored form; unknown ones count as the visitor's wish. */
    public static Cause labelled(@Nullable String label) {
      for (Cause cause : values()) {
        if (cause.label.equals(label)) {
          return cause;
        }
      }
      return VISITOR;
    }
  }
}
