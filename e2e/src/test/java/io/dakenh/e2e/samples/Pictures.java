package io.dakenh.e2e.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures in every format that may be uploaded, and some that may not. */
public final class Pictures {
  private static final int GIF_SIDE = 48;
  private static final long SEED = 7;

  private Pictures() {}

  /** A file that holds a picture of this size. */
  public static FilePayload png(String name, int width, int height) {
    return new FilePayload(name, "image/png", png(width, height));
  }

  public static byte[] png(int width, int height) {
    return written(drawn(width, height, Color.ORANGE), "png");
  }

  public static byte[] jpeg(int width, int height) {
    return written(drawn(width, height, Color.PINK), "jpeg");
  }

  /** A lossless WebP of one pixel. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  /** A picture that moves. */
  public static byte[] gif(int frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int frame = 0; frame < frames; frame++) {
        Color color = Color.getHSBColor((float) frame / frames, 1, 1);
        writer.writeToSequence(new IIOImage(drawn(GIF_SIDE, GIF_SIDE, color), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** How many pictures a GIF holds. */
  public static int framesOf(byte[] gif) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(stream);
      return reader.getNumImages(true);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Noise, which no format makes small: more than 2 MB. */
  public static byte[] heavyPng() {
    BufferedImage noise = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(SEED);
    for (int x = 0; x < noise.getWidth(); x++) {
      for (int y = 0; y < noise.getHeight(); y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    return written(noise, "png");
  }

  /** A drawing that runs a script where it is taken for a picture. */
  public static byte[] svg() {
    return "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);
  }

  private static BufferedImage drawn(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.WHITE);
    pen.fillOval(width / 4, height / 4, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
