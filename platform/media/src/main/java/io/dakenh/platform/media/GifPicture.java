package io.dakenh.platform.media;

import io.dakenh.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jboss.logging.Logger;

/**
 * A GIF, moving or not. It is kept as it is but for comments and what programs add, and only after
 * every frame was unpacked once: each within the limit, and all of them together within a second
 * one, so that no browser is kept busy by it either.
 */
final class GifPicture {
  private static final Logger LOG = Logger.getLogger(GifPicture.class);
  private static final int MOST_FRAMES = 600;

  /** All frames together. */
  private static final long MOST_PIXELS = 300_000_000L;

  private GifPicture() {}

  static Inspected of(byte[] bytes) {
    byte[] clean = GifBlocks.withoutExtras(bytes);
    int width = GifBlocks.number(clean, 6);
    int height = GifBlocks.number(clean, 8);
    PixelLimits.check(width, height);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(clean))) {
      reader.setInput(stream, false, false);
      int frames = reader.getNumImages(true);
      if (frames < 1) {
        throw FileProblems.damaged();
      }
      if (frames > MOST_FRAMES) {
        throw FileProblems.tooManyPixels();
      }
      long pixels = 0;
      for (int frame = 0; frame < frames; frame++) {
        PixelLimits.check(reader.getWidth(frame), reader.getHeight(frame));
        pixels += (long) reader.getWidth(frame) * reader.getHeight(frame);
        if (pixels > MOST_PIXELS) {
          throw FileProblems.tooManyPixels();
        }
      }
      for (int frame = 0; frame < frames; frame++) {
        reader.read(frame);
      }
      return Inspected.picture("image/gif", clean, width, height);
    } catch (ProblemException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      LOG.debug("cannot read a gif", damaged);
      throw FileProblems.damaged();
    } finally {
      reader.dispose();
    }
  }
}
