package io.dakenh.platform.media;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jboss.logging.Logger;

/**
 * Which way a camera was held. Phones store pictures as the sensor saw them and note in the EXIF
 * data how to turn them; that data is dropped here, so the picture is turned.
 */
final class Orientation {
  private static final Logger LOG = Logger.getLogger(Orientation.class);
  private static final int UPRIGHT = 1;
  private static final int LAST = 8;

  /** From here on width and height change places. */
  private static final int FIRST_LYING = 5;

  private Orientation() {}

  /** The EXIF value, 1–8; upright when the file says nothing. */
  static int of(byte[] jpeg) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
      return segments.isEmpty() ? UPRIGHT : in(segments.getFirst());
    } catch (IOException | RuntimeException unreadable) {
      LOG.debug("no orientation to be read", unreadable);
      return UPRIGHT;
    }
  }

  private static int in(JPEGSegment exif) throws IOException {
    try (InputStream data = exif.data()) {
      // One byte pads the name of the segment.
      if (data.read() < 0) {
        return UPRIGHT;
      }
      try (ImageInputStream tiff = new MemoryCacheImageInputStream(data)) {
        Entry entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
        int value = entry != null && entry.getValue() instanceof Number n ? n.intValue() : UPRIGHT;
        return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
      }
    }
  }

  /** The picture as it was seen, in plain colours without a profile. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = orientation >= FIRST_LYING;
    BufferedImage turned =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    try {
      graphics.drawImage(image, transform(orientation, width, height), null);
    } finally {
      graphics.dispose();
    }
    return turned;
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
