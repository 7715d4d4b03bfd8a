package io.dakenh.channels.channel;

import java.util.List;

/** What a channel can be. The methods are the only legal transitions. */
public sealed interface ChannelState {
  /** Name in events and in the API. */
  default String code() {
    return switch (this) {
      case Healthy healthy -> "healthy";
      case ReconnectRequired required -> "reconnect-required";
      case PermissionMissing missing -> "permission-missing";
      case Paused paused -> "paused";
      case Unlinked unlinked -> "unlinked";
    };
  }

  /** Linked and allowed to run. */
  sealed interface Linked extends ChannelState {
    /** The business is suspended; nothing is lost. */
    default Paused pause() {
      return new Paused(this);
    }

    /** The owner removed it. */
    default Unlinked unlink() {
      return new Unlinked();
    }
  }

  /** Messages flow. */
  record Healthy() implements Linked {}

  /** The token is dead: somebody has to log in again. */
  record ReconnectRequired() implements Linked {}

  /** Something we need was not granted. */
  record PermissionMissing(List<String> missing) implements Linked {
    /** At least one is missing. */
    public PermissionMissing {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("nothing is missing");
      }
    }
  }

  /** Stopped with the business; resumes as it was. */
  record Paused(Linked before) implements ChannelState {
    /** The business is active again. */
    public Linked resume() {
      return before;
    }

    /** What was learned meanwhile shows when it resumes. */
    public Paused resumingAs(Linked state) {
      return new Paused(state);
    }

    /** The owner removed it. */
    public Unlinked unlink() {
      return new Unlinked();
    }
  }

  /** Removed; the history stays. */
  record Unlinked() implements ChannelState {
    /** Linked again, with a fresh token. */
    public Healthy relink() {
      return new Healthy();
    }
  }
}
