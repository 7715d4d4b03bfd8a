package io.dakenh.devstack.simulator.core;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** The providers' content servers: what customers send and what was uploaded. */
public final class Files {
  private static final int SIDE = 96;

  private final Map<String, Stored> stored = new ConcurrentHashMap<>();
  private volatile String base = "";

  /** A file. */
  public record Stored(String name, String mediaType, byte[] bytes) {}

  /** Where this server is reached. */
  public void base(String address) {
    base = address;
  }

  /** Stores a file; says its address. */
  public String put(String name, String mediaType, byte[] bytes) {
    String id = UUID.randomUUID().toString();
    stored.put(id, new Stored(name, mediaType, bytes));
    return base + "/files/" + id + "/" + name;
  }

  /** A file by the id in its address. */
  public Reply get(Request request) {
    Stored file = stored.get(request.segments(1).getFirst());
    return file == null
        ? Reply.json(404, Map.of("error", "gone"))
        : new Reply(200, file.mediaType(), file.bytes(), Map.of());
  }

  /** A sample of a kind, as a customer might send it. */
  public String sample(String kind) {
    return switch (kind) {
      case "image", "sticker" -> put("anh.png", "image/png", picture(Color.ORANGE));
      case "gif" -> put("anh.gif", "image/gif", picture(Color.PINK));
      case "audio" -> put("ghi-am.wav", "audio/wav", silence());
      case "video" ->
          put("phim.mp4", "video/mp4", "not really a film".getBytes(StandardCharsets.US_ASCII));
      default ->
          put(
              "bang-gia.pdf",
              "application/pdf",
              "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                  .getBytes(StandardCharsets.US_ASCII));
    };
  }

  /** A face of one colour. */
  public String face(String name) {
    return put("face.png", "image/png", picture(new Color(name.hashCode() & 0xFFFFFF)));
  }

  private static byte[] picture(Color color) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(color);
    canvas.fillRect(0, 0, SIDE, SIDE);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A tenth of a second of 8 kHz mono. */
  private static byte[] silence() {
    int samples = 800;
    java.nio.ByteBuffer wave =
        java.nio.ByteBuffer.allocate(44 + samples).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    wave.putShort((short) 1).putShort((short) 8);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
    while (wave.hasRemaining()) {
      wave.put((byte) 0x80);
    }
    return wave.array();
  }
}
