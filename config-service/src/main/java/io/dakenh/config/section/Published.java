package io.dakenh.config.section;

import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.Links;
import io.dakenh.config.content.OfflineForm;
import io.dakenh.config.content.Popups;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.content.Sounds;
import io.dakenh.config.content.StartButton;
import io.dakenh.config.content.Websites;
import java.util.EnumMap;
import java.util.Map;

/** Contents of all sections. */
public final class Published {
  private final Map<SectionName, Content> contents;

  Published(Map<SectionName, Content> contents) {
    this.contents = new EnumMap<>(contents);
  }

  /** The same with other content in one section. */
  public Published with(SectionName section, Content content) {
    Map<SectionName, Content> others = new EnumMap<>(contents);
    others.put(section, content);
    return new Published(others);
  }

  private <T extends Content> T get(SectionName section, Class<T> type) {
    return type.cast(contents.get(section));
  }

  public Sounds sounds() {
    return get(SectionName.SOUNDS, Sounds.class);
  }

  public Popups popups() {
    return get(SectionName.POPUPS, Popups.class);
  }

  public StartButton button() {
    return get(SectionName.BUTTON, StartButton.class);
  }

  public ChatWindow window() {
    return get(SectionName.WINDOW, ChatWindow.class);
  }

  public InteractionButtons buttons() {
    return get(SectionName.INTERACTION_BUTTONS, InteractionButtons.class);
  }

  public Links links() {
    return get(SectionName.LINKS, Links.class);
  }

  public OfflineForm offline() {
    return get(SectionName.OFFLINE, OfflineForm.class);
  }

  public Websites websites() {
    return get(SectionName.WEBSITES, Websites.class);
  }
}
