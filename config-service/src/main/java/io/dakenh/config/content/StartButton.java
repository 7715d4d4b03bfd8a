package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The start button and its popup.
 *
 * @param popupKind {@code text} or {@code image}
 * @param avatarMediaId picture in the popup and on automatic messages
 * @param defaultTitle title of the popup where no popup message matches
 * @param name at the start button
 * @param delaySeconds before that popup shows; 0: never
 * @param content of the popup
 * @param buttonLabel of the popup's button
 * @param image shown instead of the popup in image mode
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartButton(
    String popupKind,
    @Nullable UUID avatarMediaId,
    String defaultTitle,
    String name,
    int delaySeconds,
    String content,
    String buttonLabel,
    @Nullable PopupImage image,
    Place desktop,
    Place phone)
    implements Content {
  private static final List<String> KINDS = List.of("text", "image");
  private static final List<String> CORNERS =
      List.of("bottom-right", "bottom-left", "top-right", "top-left");
  private static final int TITLE_LENGTH = 80;
  private static final int NAME_LENGTH = 60;
  private static final int CONTENT_LENGTH = 500;
  private static final int LABEL_LENGTH = 40;
  private static final int IMAGE_LEAST = 40;
  private static final int IMAGE_MOST = 600;
  private static final int SHIFT_MOST = 200;
  private static final int OFFSET_MOST = 1_000;
  private static final int DEFAULT_DELAY = 5;
  private static final int DEFAULT_OFFSET = 24;
  private static final int PHONE_OFFSET = 16;

  /** The image of image mode, its size and how far it is moved from its usual place. */
  public record PopupImage(
      UUID mediaId, int widthPixels, int heightPixels, int offsetX, int offsetY) {}

  /** A corner of the page and the distance from it. */
  public record Place(String corner, int offsetX, int offsetY) {}

  static StartButton read(Body body) {
    String kind = body.oneOf("popupKind", KINDS);
    PopupImage image = body.optionalObject("image", StartButton::image);
    if (kind.equals("image") && image == null) {
      body.wrong("image", "required", "Upload the image to show.");
    }
    return new StartButton(
        kind,
        body.media("avatarMediaId", "image"),
        body.optionalLine("defaultTitle", TITLE_LENGTH),
        body.line("name", NAME_LENGTH),
        body.number("delaySeconds", 0, Popups.DELAY_MOST),
        body.lines("content", CONTENT_LENGTH),
        body.line("buttonLabel", LABEL_LENGTH),
        image,
        body.object("desktop", StartButton::place),
        body.object("phone", StartButton::place));
  }

  private static PopupImage image(Body body) {
    UUID mediaId = body.media("mediaId", "image");
    if (mediaId == null && !body.has("mediaId")) {
      body.wrong("mediaId", "required", "Upload the image to show.");
    }
    return new PopupImage(
        mediaId == null ? new UUID(0, 0) : mediaId,
        body.number("widthPixels", IMAGE_LEAST, IMAGE_MOST),
        body.number("heightPixels", IMAGE_LEAST, IMAGE_MOST),
        body.number("offsetX", -SHIFT_MOST, SHIFT_MOST),
        body.number("offsetY", -SHIFT_MOST, SHIFT_MOST));
  }

  private static Place place(Body body) {
    return new Place(
        body.oneOf("corner", CORNERS),
        body.number("offsetX", 0, OFFSET_MOST),
        body.number("offsetY", 0, OFFSET_MOST));
  }

  static StartButton defaults(String locale) {
    boolean english = locale.equals("en");
    return new StartButton(
        "text",
        null,
        english ? "How can we help?" : "Chúng tôi có thể giúp gì cho bạn?",
        english ? "Chat with us" : "Trò chuyện với chúng tôi",
        DEFAULT_DELAY,
        english ? "Hello! What would you like to know?" : "Xin chào! Bạn cần tư vấn điều gì ạ?",
        english ? "Start chatting" : "Bắt đầu trò chuyện",
        null,
        new Place("bottom-right", DEFAULT_OFFSET, DEFAULT_OFFSET),
        new Place("bottom-right", PHONE_OFFSET, PHONE_OFFSET));
  }
}
