package io.dakenh.config.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/** Files people upload, and some they should not. */
public final class Files {
  private static final int RATE = 8_000;

  private Files() {}

  /** A picture with something to see in it. */
  public static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x < width / 2 ? 0xFF0000 : 0x0000FF);
      }
    }
    return image;
  }

  /** The picture as a file. */
  public static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static byte[] png(int width, int height) {
    return encoded(picture(width, height), "png");
  }

  public static byte[] jpeg(int width, int height) {
    return encoded(picture(width, height), "jpeg");
  }

  /** A photo held sideways by somebody whose camera notes where: EXIF orientation 6 and a text. */
  public static byte[] sidewaysJpeg(int width, int height, String secret) {
    byte[] jpeg = jpeg(width, height);
    byte[] text = (secret + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(38 + text.length).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
    tiff.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) 6)
        .putShort((short) 0);
    tiff.putInt(0).put(text);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
    file.put(jpeg, 0, 2);
    file.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + tiff.capacity()));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    file.put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  /** Only the beginning of a PNG, of whatever size it claims. */
  public static byte[] pngHeader(int width, int height) {
    ByteBuffer data = ByteBuffer.allocate(17);
    data.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    data.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    CRC32 crc = new CRC32();
    crc.update(data.array());
    ByteBuffer file = ByteBuffer.allocate(33);
    file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    file.putInt(13).put(data.array()).putInt((int) crc.getValue());
    return file.array();
  }

  /** A moving picture that goes on for ever, with a comment nobody needs. */
  public static byte[] gif(int frames) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
        for (int frame = 0; frame < frames; frame++) {
          BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_INDEXED);
          image.setRGB(frame % 20, 5, 0xFFFFFF);
          IIOMetadata metadata =
              writer.getDefaultImageMetadata(
                  ImageTypeSpecifier.createFromRenderedImage(image), null);
          String format = metadata.getNativeMetadataFormatName();
          IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
          IIOMetadataNode comments = new IIOMetadataNode("CommentExtensions");
          IIOMetadataNode comment = new IIOMetadataNode("CommentExtension");
          comment.setAttribute("value", "secret-comment");
          comments.appendChild(comment);
          root.appendChild(comments);
          metadata.setFromTree(format, root);
          writer.writeToSequence(new IIOImage(image, null, metadata), null);
        }
        writer.endWriteSequence();
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A lossless WebP of one pixel. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  /** Silence as MPEG 1 layer 3, 32 kbit/s at 32 kHz: frames of 36 ms and 144 bytes. */
  public static byte[] mp3(double seconds) {
    int frames = (int) Math.round(seconds / 0.036);
    byte[] file = new byte[frames * 144];
    for (int frame = 0; frame < frames; frame++) {
      file[frame * 144] = (byte) 0xFF;
      file[frame * 144 + 1] = (byte) 0xFB;
      file[frame * 144 + 2] = 0x18;
      file[frame * 144 + 3] = (byte) 0xC0;
    }
    return file;
  }

  /** Silence as a WAV file. */
  public static byte[] wav(double seconds) {
    int samples = (int) Math.round(seconds * RATE);
    ByteBuffer file = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
    return file.array();
  }

  /** Silence as Ogg with Opus, in packets of 20 ms. */
  public static byte[] opus(double seconds) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      OpusInfo info = new OpusInfo();
      info.setNumChannels(1);
      info.setSampleRate(48_000);
      try (OpusFile file = new OpusFile(bytes, info, new OpusTags())) {
        int packets = (int) Math.round(seconds / 0.02);
        for (int packet = 1; packet <= packets; packet++) {
          OpusAudioData silence =
              new OpusAudioData(new byte[] {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE});
          silence.setGranulePosition(packet * 960L);
          file.writeAudioData(silence);
        }
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static byte[] svg() {
    return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
        .getBytes(StandardCharsets.UTF_8);
  }
}
