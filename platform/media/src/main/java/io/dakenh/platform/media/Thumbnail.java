package io.dakenh.platform.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A small JPEG of a picture that was inspected before; of a moving one, its first frame. */
final class Thumbnail {
  private static final int LONGEST_SIDE = 480;
  private static final float QUALITY = 0.8f;

  private Thumbnail() {}

  /** Whether a smaller picture would be any use. */
  static boolean worthwhile(int width, int height) {
    return Math.max(width, height) > LONGEST_SIDE;
  }

  static Inspected of(String contentType, byte[] picture) {
    ImageReader reader = reader(contentType);
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      reader.setInput(stream, false, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      BufferedImage read = reader.read(0, twiceAsLarge(reader, contentType, width, height));
      BufferedImage small = scaled(read, width, height);
      return Inspected.picture("image/jpeg", jpeg(small), small.getWidth(), small.getHeight());
    } catch (IOException failed) {
      throw new IllegalStateException("a picture that was read before cannot be read", failed);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(String contentType) {
    return switch (contentType) {
      case "image/jpeg" -> JpegReaders.create();
      case "image/webp" -> new WebPImageReaderSpi().createReaderInstance(null);
      case "image/png" -> ImageIO.getImageReadersByFormatName("png").next();
      case "image/gif" -> ImageIO.getImageReadersByFormatName("gif").next();
      default -> throw new IllegalArgumentException("no picture: " + contentType);
    };
  }

  /** Leaving out pixels while reading saves memory, the rest is smoothed. */
  private static ImageReadParam twiceAsLarge(
      ImageReader reader, String contentType, int width, int height) {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = Math.max(width, height) / (2 * LONGEST_SIDE);
    if (step > 1 && !contentType.equals("image/webp")) {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    return param;
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    double factor = Math.min(1.0, (double) LONGEST_SIDE / Math.max(width, height));
    int wide = Math.max(1, (int) Math.round(width * factor));
    int high = Math.max(1, (int) Math.round(height * factor));
    BufferedImage small = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      // Where a picture is transparent, JPEG needs a colour.
      graphics.drawImage(image, 0, 0, wide, high, Color.WHITE, null);
    } finally {
      graphics.dispose();
    }
    return small;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(QUALITY);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
