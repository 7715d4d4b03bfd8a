package io.dakenh.config.content;

import java.util.Optional;

/** The sections, in the order the console lists them. */
public enum SectionName {
  SOUNDS("sounds", Sounds.class),
  POPUPS("popups", Popups.class),
  SEQUENCES("sequences", Sequences.class),
  BUTTON("button", StartButton.class),
  WINDOW("window", ChatWindow.class),
  INTERACTION_BUTTONS("interaction-buttons", InteractionButtons.class),
  LINKS("links", Links.class),
  WEBSITES("websites", Websites.class),
  OFFLINE("offline", OfflineForm.class),
  RETENTION("retention", Retention.class);

  private final String path;
  private final Class<? extends Content> type;

  SectionName(String path, Class<? extends Content> type) {
    this.path = path;
    this.type = type;
  }

  /** Name in addresses and events. */
  public String path() {
    return path;
  }

  Class<? extends Content> type() {
    return type;
  }

  /** The section of this name. */
  public static Optional<SectionName> of(String path) {
    for (SectionName name : values()) {
      if (name.path.equals(path)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
