package io.dakenh.devstack.simulator.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who writes to one account, and the conversation the two have. */
public final class Customer {
  private final String id;
  private final String name;
  private final String picture;
  private final List<Line> lines = new ArrayList<>();
  private @Nullable Instant lastActed;
  private @Nullable Integer freeReplies;
  private int replied;
  private boolean blocked;
  private boolean noProfile;

  /** A customer. */
  public Customer(String id, String name, String picture) {
    this.id = id;
    this.name = name;
    this.picture = picture;
  }

  /** One message, as the customer sees it. */
  public record Line(String id, boolean mine, String text, String kind, Instant at) {}

  /** The provider's id. */
  public String id() {
    return id;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Address of the picture. */
  public String picture() {
    return picture;
  }

  /** Adds a message. */
  public synchronized void add(Line line) {
    lines.add(line);
  }

  /** All messages, oldest first. */
  public synchronized List<Line> lines() {
    return new ArrayList<>(lines);
  }

  /** Does something that opens the window. */
  public synchronized void acted(Instant at) {
    lastActed = at;
    replied = 0;
  }

  /** How many free messages they may get until they do something again; null: not counted. */
  public synchronized void limitReplies(@Nullable Integer most) {
    freeReplies = most;
  }

  /** Free messages that are left; null: not counted. */
  public synchronized @Nullable Integer repliesLeft() {
    return freeReplies == null ? null : Math.max(0, freeReplies - replied);
  }

  /** Gets a free message. */
  public synchronized void replied() {
    replied++;
  }

  /** When the customer last did something; null: never. */
  public synchronized @Nullable Instant lastActed() {
    return lastActed;
  }

  /** Blocks the account, or no more. */
  public synchronized void block(boolean now) {
    blocked = now;
  }

  /** Whether the account is blocked. */
  public synchronized boolean blocked() {
    return blocked;
  }

  /** Hides the profile. */
  public synchronized void hideProfile() {
    noProfile = true;
  }

  /** Whether there is no profile to see. */
  public synchronized boolean profileHidden() {
    return noProfile;
  }
}
