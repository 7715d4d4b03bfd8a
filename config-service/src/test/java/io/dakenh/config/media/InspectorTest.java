package io.dakenh.config.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.config.support.Files;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.platform.media.Inspected;
import io.dakenh.platform.media.Inspector;
import io.dakenh.platform.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InspectorTest {
  private static final Duration TONE = Duration.ofSeconds(10);
  private static final Duration RINGTONE = Duration.ofMinutes(5);

  private final Inspector inspector = new Inspector();

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("validation-failed");
              assertThat(refused.errors().getFirst().code()).isEqualTo(code);
            });
  }

  private static BufferedImage decoded(Inspected inspected) {
    try {
      return ImageIO.read(new ByteArrayInputStream(inspected.bytes()));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  @Rows(part = "BTN-11")
  void writesPicturesAnew() {
    Inspected png = inspector.picture(Files.png(30, 20));
    assertThat(png.contentType()).isEqualTo("image/png");
    assertThat(png.widthPixels()).isEqualTo(30);
    assertThat(png.heightPixels()).isEqualTo(20);
    assertThat(decoded(png).getRGB(2, 2)).isEqualTo(0xFFFF0000);

    Inspected jpeg = inspector.picture(Files.jpeg(30, 20));
    assertThat(jpeg.contentType()).isEqualTo("image/jpeg");
    assertThat(decoded(jpeg).getWidth()).isEqualTo(30);
  }

  @Test
  void turnsAPhotoUprightAndForgetsWhereItWasTaken() {
    byte[] photo = Files.sidewaysJpeg(40, 20, "10.7769N 106.7009E");
    Inspected upright = inspector.picture(photo);

    assertThat(upright.widthPixels()).isEqualTo(20);
    assertThat(upright.heightPixels()).isEqualTo(40);
    // What was left is on top now.
    int top = decoded(upright).getRGB(10, 5);
    assertThat(top >> 16 & 0xFF).isGreaterThan(200);
    assertThat(top & 0xFF).isLessThan(60);
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("10.7769N");
    assertThat(new String(upright.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("10.7769N", "Exif");
  }

  @Test
  @Rows(part = "BTN-11")
  void keepsAMovingPictureButNotItsComments() throws IOException {
    byte[] gif = Files.gif(5);
    assertThat(new String(gif, StandardCharsets.ISO_8859_1)).contains("secret-comment");
    byte[] followed = Arrays.copyOf(gif, gif.length + 100);

    Inspected kept = inspector.picture(followed);

    assertThat(kept.contentType()).isEqualTo("image/gif");
    assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret-comment");
    assertThat(kept.bytes().length).isLessThan(gif.length);
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(kept.bytes())));
    assertThat(reader.getNumImages(true)).isEqualTo(5);
  }

  @Test
  @Rows(part = "BTN-11")
  void writesWebpAnew() {
    Inspected webp = inspector.picture(Files.webp());
    assertThat(webp.contentType()).isEqualTo("image/webp");
    assertThat(webp.widthPixels()).isEqualTo(1);
  }

  @Test
  void keepsLargePicturesSmaller() {
    Inspected large = inspector.picture(Files.png(3_000, 2_000));
    assertThat(large.widthPixels()).isEqualTo(1_500);
    assertThat(large.heightPixels()).isEqualTo(1_000);
    assertThat(decoded(large).getWidth()).isEqualTo(1_500);
  }

  @Test
  @Rows(part = "BTN-11")
  void refusesWhatIsNoPicture() {
    assertRefused(() -> inspector.picture(new byte[0]), "file-empty");
    assertRefused(() -> inspector.picture(Files.svg()), "file-type-unsupported");
    assertRefused(() -> inspector.picture(Files.wav(1)), "file-type-unsupported");
    assertRefused(
        () -> inspector.picture("<html><script>".getBytes(StandardCharsets.UTF_8)),
        "file-type-unsupported");
    assertRefused(() -> inspector.picture(Files.pngHeader(8_000, 7_500)), "image-too-many-pixels");
    assertRefused(() -> inspector.picture(Files.pngHeader(20_000, 10)), "image-too-many-pixels");
    assertRefused(() -> inspector.picture(Files.pngHeader(100, 100)), "file-damaged");
    byte[] png = Files.png(200, 200);
    assertRefused(() -> inspector.picture(Arrays.copyOf(png, png.length / 2)), "file-damaged");
    byte[] gif = Files.gif(5);
    assertRefused(() -> inspector.picture(Arrays.copyOf(gif, gif.length / 2)), "file-damaged");
    byte[] webp = Files.webp();
    assertRefused(() -> inspector.picture(Arrays.copyOf(webp, webp.length - 8)), "file-damaged");
  }

  @Test
  @Rows(part = "BTN-11")
  void refusesGifsThatKeepABrowserBusy() {
    assertRefused(() -> inspector.picture(Files.gif(601)), "image-too-many-pixels");
    byte[] huge = Files.gif(1);
    huge[6] = (byte) 0xFF;
    huge[7] = (byte) 0xFF;
    assertRefused(() -> inspector.picture(huge), "image-too-many-pixels");
  }

  @Test
  @Rows(part = "SND-9")
  void measuresSounds() {
    Inspected mp3 = inspector.sound(Files.mp3(9), TONE);
    assertThat(mp3.contentType()).isEqualTo("audio/mpeg");
    assertThat(mp3.durationMilliseconds()).isEqualTo(9_000);
    Inspected wav = inspector.sound(Files.wav(2.5), TONE);
    assertThat(wav.contentType()).isEqualTo("audio/wav");
    assertThat(wav.durationMilliseconds()).isEqualTo(2_500);
  }

  @Test
  @Rows(part = "SND-9")
  void measuresOgg() {
    byte[] ogg = Files.opus(1);
    Inspected sound = inspector.sound(ogg, TONE);
    assertThat(sound.contentType()).isEqualTo("audio/ogg");
    assertThat(sound.durationMilliseconds()).isBetween(900L, 1_100L);
    assertRefused(() -> inspector.sound(Arrays.copyOf(ogg, 40), TONE), "file-damaged");
  }

  @Test
  @Rows(part = "SND-9")
  void refusesWhatIsTooLongOrNoSound() {
    assertRefused(() -> inspector.sound(Files.mp3(10.5), TONE), "audio-too-long");
    assertRefused(() -> inspector.sound(Files.wav(11), TONE), "audio-too-long");
    assertRefused(() -> inspector.sound(Files.mp3(360), RINGTONE), "audio-too-long");
    assertRefused(() -> inspector.sound(new byte[0], TONE), "file-empty");
    assertRefused(() -> inspector.sound(Files.png(10, 10), TONE), "file-type-unsupported");
    byte[] wav = Files.wav(2);
    assertRefused(() -> inspector.sound(Arrays.copyOf(wav, 1_000), TONE), "file-damaged");
    byte[] mostlyNothing = Arrays.copyOf(Files.mp3(0.5), 200_000);
    assertRefused(() -> inspector.sound(mostlyNothing, TONE), "file-damaged");
  }
}
