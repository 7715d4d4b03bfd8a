package io.dakenh.config.widget;

import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.ChatWindow.Field;
import io.dakenh.config.content.LinkTarget;
import io.dakenh.config.content.Links;
import io.dakenh.config.content.Popups.Popup;
import io.dakenh.config.content.SignatureText;
import io.dakenh.config.content.Sounds;
import io.dakenh.config.content.StartButton;
import io.dakenh.config.popup.PopupPath;
import io.dakenh.config.preset.PresetSound;
import io.dakenh.config.section.Published;
import io.dakenh.config.widget.PublicWidget.Fallback;
import io.dakenh.config.widget.PublicWidget.LauncherImage;
import io.dakenh.config.widget.PublicWidget.PublicField;
import io.dakenh.config.widget.PublicWidget.PublicLauncher;
import io.dakenh.config.widget.PublicWidget.PublicLink;
import io.dakenh.config.widget.PublicWidget.PublicLinks;
import io.dakenh.config.widget.PublicWidget.PublicOffline;
import io.dakenh.config.widget.PublicWidget.PublicPopup;
import io.dakenh.config.widget.PublicWidget.PublicSignature;
import io.dakenh.config.widget.PublicWidget.PublicSound;
import io.dakenh.config.widget.PublicWidget.PublicSounds;
import io.dakenh.config.widget.PublicWidget.PublicWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From what is published to what visitors get. Pure: everything it needs is given, and the same
 * input leads to the same document.
 *
 * @param uploads addresses of uploads; one that is gone is left out
 * @param presets preset sounds by their names
 */
record Rendering(Map<UUID, String> uploads, Function<String, @Nullable PresetSound> presets) {

  PublicWidget render(
      long version, String locale, String businessName, Published published, People people) {
    ChatWindow window = published.window();
    StartButton button = published.button();
    return new PublicWidget(
        version,
        locale,
        businessName,
        popups(published.popups().items()),
        new Fallback(button.defaultTitle(), button.delaySeconds()),
        launcher(button),
        window(window),
        ButtonRow.of(published.buttons(), window, uploads),
        links(published.links()),
        new PublicSounds(sound(published.sounds().message()), sound(published.sounds().waiting())),
        window.startMode().equals("department") ? people.departments() : null,
        window.startMode().equals("agent") ? people.agents() : null,
        published.offline().enabled() ? new PublicOffline(published.offline().text()) : null);
  }

  private static List<PublicPopup> popups(List<Popup> items) {
    List<PublicPopup> popups = new ArrayList<>();
    for (Popup item : items) {
      PopupPath.of(item.path())
          .ifPresent(
              path ->
                  popups.add(
                      new PublicPopup(
                          item.id(),
                          item.title(),
                          path.normalized(),
                          item.content(),
                          item.delaySeconds(),
                          item.resend())));
    }
    return popups;
  }

  private PublicLauncher launcher(StartButton button) {
    StartButton.PopupImage image = button.image();
    String url = image == null ? null : url(image.mediaId());
    boolean asImage = button.popupKind().equals("image") && url != null;
    return new PublicLauncher(
        asImage ? "image" : "text",
        button.name(),
        button.content(),
        button.buttonLabel(),
        url(button.avatarMediaId()),
        asImage && image != null && url != null
            ? new LauncherImage(
                url, image.widthPixels(), image.heightPixels(), image.offsetX(), image.offsetY())
            : null,
        button.desktop(),
        button.phone());
  }

  private PublicWindow window(ChatWindow window) {
    return new PublicWindow(
        window.headerColor(),
        window.textColor(),
        window.title(),
        window.description(),
        window.widthPixels(),
        window.heightPixels(),
        window.fields().stream().filter(Field::shown).map(Rendering::field).toList(),
        window.startMode(),
        window.represents(),
        signature(window.signature()));
  }

  private static PublicField field(Field field) {
    String own = field.kind();
    String kind = own != null ? own : field.key().equals("content") ? "multiline" : "text";
    return new PublicField(field.key(), field.label(), kind, field.choices(), field.required());
  }

  private @Nullable PublicSignature signature(ChatWindow.Signature signature) {
    String imageUrl = url(signature.mediaId());
    if (imageUrl == null && signature.text().isEmpty()) {
      return null;
    }
    return new PublicSignature(imageUrl, SignatureText.parts(signature.text(), signature.link()));
  }

  private static PublicLinks links(Links links) {
    List<PublicLink> items = new ArrayList<>();
    for (Links.Link link : links.items()) {
      if (!link.target().isEmpty()) {
        LinkTarget.url(link.kind(), link.target())
            .ifPresent(url -> items.add(new PublicLink(link.kind(), url, link.description())));
      }
    }
    return new PublicLinks(links.layout(), items);
  }

  /** A sound as it is heard; null when it is off, silent or gone. */
  @Nullable PublicSound sound(Sounds.Sound sound) {
    if (!sound.enabled()) {
      return null;
    }
    String preset = sound.preset();
    PresetSound found = preset == null ? null : presets.apply(preset);
    String url = sound.source().equals("upload") ? url(sound.mediaId()) : address(found);
    return url == null ? null : new PublicSound(url, sound.volume());
  }

  private static @Nullable String address(@Nullable PresetSound sound) {
    return sound == null ? null : sound.url();
  }

  private @Nullable String url(@Nullable UUID mediaId) {
    return mediaId == null ? null : uploads.get(mediaId);
  }
}
