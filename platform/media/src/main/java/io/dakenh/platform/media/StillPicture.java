package io.dakenh.platform.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPReadParam;
import com.luciad.imageio.webp.WebPWriteParam;
import io.dakenh.platform.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A picture of one frame: unpacked within limits, turned upright and written anew, so that nothing
 * but its pixels is kept.
 */
final class StillPicture {
  private static final Logger LOG = Logger.getLogger(StillPicture.class);
  private static final float QUALITY = 0.88f;
  private static final int WEBP_FLAGS = 20;
  private static final int WEBP_ANIMATION = 2;

  private StillPicture() {}

  static Inspected png(byte[] bytes) {
    return anew(
        "image/png",
        bytes,
        ImageIO.getImageReadersByFormatName("png").next(),
        StillPicture::subsampled,
        image -> write(image, ImageIO.getImageWritersByFormatName("png").next(), null));
  }

  static Inspected jpeg(byte[] bytes) {
    int orientation = Orientation.of(bytes);
    return anew(
        "image/jpeg",
        bytes,
        JpegReaders.create(),
        StillPicture::subsampled,
        image -> {
          ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
          ImageWriteParam param = writer.getDefaultWriteParam();
          param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          param.setCompressionQuality(QUALITY);
          return write(Orientation.upright(image, orientation), writer, param);
        });
  }

  static Inspected webp(byte[] bytes) {
    if (moving(bytes)) {
      throw FileProblems.unsupported();
    }
    try {
      return anew(
          "image/webp",
          bytes,
          new WebPImageReaderSpi().createReaderInstance(null),
          StillPicture::scaled,
          image -> {
            WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionType(CompressionType.Lossy);
            param.setCompressionQuality(QUALITY);
            return write(image, new WebPImageWriterSpi().createWriterInstance(null), param);
          });
    } catch (UnsatisfiedLinkError foreign) {
      LOG.warn("no webp library for this system; webp pictures are refused", foreign);
      throw FileProblems.unsupported();
    }
  }

  /** The extended header of a WebP says whether frames follow. */
  private static boolean moving(byte[] webp) {
    return webp.length > WEBP_FLAGS
        && webp[12] == 'V'
        && webp[13] == 'P'
        && webp[14] == '8'
        && webp[15] == 'X'
        && (webp[WEBP_FLAGS] & WEBP_ANIMATION) != 0;
  }

  /** How a type's reader is told to read a large picture smaller. */
  @FunctionalInterface
  private interface Reading {
    ImageReadParam param(ImageReader reader, int width, int height);
  }

  @FunctionalInterface
  private interface Writing {
    Written write(BufferedImage image) throws IOException;
  }

  private record Written(byte[] bytes, int width, int height) {}

  private static Inspected anew(
      String type, byte[] bytes, ImageReader reader, Reading reading, Writing writing) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, false, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      PixelLimits.check(width, height);
      Written written = writing.write(reader.read(0, reading.param(reader, width, height)));
      return Inspected.picture(type, written.bytes(), written.width(), written.height());
    } catch (ProblemException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // Readers meet damaged bytes with every kind of runtime exception.
      LOG.debugf(damaged, "cannot read a %s", type);
      throw FileProblems.damaged();
    } finally {
      reader.dispose();
    }
  }

  private static ImageReadParam subsampled(ImageReader reader, int width, int height) {
    int step = PixelLimits.step(width, height);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  private static ImageReadParam scaled(ImageReader reader, int width, int height) {
    int step = PixelLimits.step(width, height);
    WebPReadParam param = new WebPReadParam();
    if (step > 1) {
      param.setUseScaling(true);
      param.setScaledWidth(Math.max(1, width / step));
      param.setScaledHeight(Math.max(1, height / step));
    }
    return param;
  }

  private static Written write(
      BufferedImage image, ImageWriter writer, @Nullable ImageWriteParam param) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return new Written(bytes.toByteArray(), image.getWidth(), image.getHeight());
  }
}
