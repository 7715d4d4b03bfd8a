package io.dakenh.config.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.content.SignatureText.Part;
import io.dakenh.config.content.StartButton.Place;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public document: what follows from all settings, what any visitor of the website may know,
 * and nothing of ours.
 *
 * @param version grows with each change
 * @param locale language of the business, {@code vi} or {@code en}
 * @param popups by page, with paths in the one form in which they are compared
 * @param fallback the popup where none of them matches
 * @param buttons those to show, in order
 * @param departments among which visitors choose, in that start mode
 * @param agents among whom visitors choose, in that start mode
 * @param offline what visitors are told while nobody is online; absent where they are not asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicWidget(
    long version,
    String locale,
    String businessName,
    List<PublicPopup> popups,
    Fallback fallback,
    PublicLauncher launcher,
    PublicWindow window,
    List<PublicButton> buttons,
    PublicLinks links,
    PublicSounds sounds,
    @Nullable List<PublicDepartment> departments,
    @Nullable List<PublicAgent> agents,
    @Nullable PublicOffline offline) {

  /** What stands above the form while nobody is online. */
  record PublicOffline(String text) {}

  /** A popup message. */
  record PublicPopup(
      UUID id, String title, String path, String content, int delaySeconds, boolean resend) {}

  /** The popup where no message matches; a delay of 0 means none. */
  record Fallback(String title, int delaySeconds) {}

  /** The start button and its popup. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicLauncher(
      String kind,
      String name,
      String content,
      String buttonLabel,
      @Nullable String avatarUrl,
      @Nullable LauncherImage image,
      Place desktop,
      Place phone) {}

  /** The image of image mode. */
  record LauncherImage(String url, int widthPixels, int heightPixels, int offsetX, int offsetY) {}

  /** The chat window; fields are only those to show. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicWindow(
      String headerColor,
      String textColor,
      String title,
      String description,
      int widthPixels,
      int heightPixels,
      List<PublicField> fields,
      String startMode,
      boolean representative,
      @Nullable PublicSignature signature) {}

  /** What a visitor is asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicField(
      String key,
      @Nullable String label,
      String kind,
      @Nullable List<String> choices,
      boolean required) {}

  /** The line below both screens. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicSignature(@Nullable String imageUrl, List<Part> parts) {}

  /** One of the buttons chat, audio, video. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicButton(
      String function,
      boolean highlighted,
      String label,
      String labelColor,
      String background,
      @Nullable String color,
      @Nullable String icon,
      @Nullable String iconUrl,
      @Nullable String imageUrl) {}

  /** Other ways to reach the business. */
  record PublicLinks(String layout, List<PublicLink> items) {}

  /** One of them, ready to be opened. */
  record PublicLink(String kind, String url, String description) {}

  /** What the visitor hears. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicSounds(@Nullable PublicSound message, @Nullable PublicSound waiting) {}

  /** A sound and how loud it is, 0–100. */
  record PublicSound(String url, int volume) {}

  /** A department to choose. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicDepartment(UUID id, String name, @Nullable String pictureUrl) {}

  /** A person to choose; the department is asked when the person is away. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicAgent(UUID id, String name, @Nullable String avatarUrl, UUID departmentId) {}
}
