package io.dakenh.channels.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures made small enough for a platform. */
public final class SmallPicture {
  private static final int LONGEST_SIDE = 1920;
  private static final double SMALLER = 0.7;

  private SmallPicture() {}

  /** The picture as it is when it fits, else a smaller JPEG; empty when it is no picture. */
  public static Optional<byte[]> within(byte[] picture, long limit) {
    if (picture.length <= limit) {
      return Optional.of(picture);
    }
    try {
      BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
      if (whole == null) {
        return Optional.empty();
      }
      double scale =
          Math.min(1.0, (double) LONGEST_SIDE / Math.max(whole.getWidth(), whole.getHeight()));
      byte[] made = jpeg(whole, scale);
      while (made.length > limit) {
        scale *= SMALLER;
        made = jpeg(whole, scale);
      }
      return Optional.of(made);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private static byte[] jpeg(BufferedImage whole, double scale) throws IOException {
    int width = Math.max(1, (int) (whole.getWidth() * scale));
    int height = Math.max(1, (int) (whole.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = small.createGraphics();
    try {
      canvas.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      canvas.setColor(Color.WHITE);
      canvas.fillRect(0, 0, width, height);
      canvas.drawImage(whole, 0, 0, width, height, null);
    } finally {
      canvas.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "jpeg", out);
    return out.toByteArray();
  }
}
