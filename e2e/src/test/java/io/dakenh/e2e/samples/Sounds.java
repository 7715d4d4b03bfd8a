package io.dakenh.e2e.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Sounds of an exact length, in every format that may be uploaded. */
public final class Sounds {
  private static final int WAV_RATE = 8_000;
  private static final double PITCH_HERTZ = 440;
  private static final int LOUD = 9_000;
  private static final double MP3_FRAME_SECONDS = 0.036;
  private static final int MP3_FRAME_BYTES = 144;
  private static final byte[] MP3_HEADER = {(byte) 0xFF, (byte) 0xFB, 0x18, (byte) 0xC0};
  private static final double OPUS_PACKET_SECONDS = 0.02;
  private static final int OPUS_PACKET_TICKS = 960;
  private static final byte[] OPUS_SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};
  private static final int OGG_FIRST = 2;
  private static final int OGG_LAST = 4;
  private static final int OGG_SEGMENTS = 50;
  private static final int OGG_POLYNOMIAL = 0x04C11DB7;
  private static final int OGG_HEADER_BYTES = 27;
  private static final int OGG_CHECKSUM_AT = 22;

  private Sounds() {}

  /** A steady tone. */
  public static byte[] wav(double seconds) {
    int samples = (int) Math.round(seconds * WAV_RATE);
    ByteBuffer file = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(36 + samples * 2);
    file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(WAV_RATE).putInt(WAV_RATE * 2).putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(US_ASCII)).putInt(samples * 2);
    for (int sample = 0; sample < samples; sample++) {
      double turn = 2 * Math.PI * PITCH_HERTZ * sample / WAV_RATE;
      file.putShort((short) (Math.sin(turn) * LOUD));
    }
    return file.array();
  }

  /** Silence in frames of MPEG 1 layer 3, 32 kbit/s at 32 kHz. */
  public static byte[] mp3(double seconds) {
    int frames = (int) Math.round(seconds / MP3_FRAME_SECONDS);
    ByteBuffer file = ByteBuffer.allocate(frames * MP3_FRAME_BYTES);
    for (int frame = 0; frame < frames; frame++) {
      file.put(frame * MP3_FRAME_BYTES, MP3_HEADER);
    }
    return file.array();
  }

  /** Silence in packets of Opus, in pages of Ogg. */
  public static byte[] ogg(double seconds) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put("OpusHead".getBytes(US_ASCII)).put((byte) 1).put((byte) 1);
    head.putShort((short) 0).putInt(48_000).putShort((short) 0).put((byte) 0);
    file.writeBytes(page(0, OGG_FIRST, 0, List.of(head.array())));
    ByteBuffer tags = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    tags.put("OpusTags".getBytes(US_ASCII)).putInt(4).put("test".getBytes(US_ASCII)).putInt(0);
    file.writeBytes(page(1, 0, 0, List.of(tags.array())));
    int packets = (int) Math.round(seconds / OPUS_PACKET_SECONDS);
    int number = 2;
    for (int done = 0; done < packets; ) {
      List<byte[]> some = new ArrayList<>();
      while (some.size() < OGG_SEGMENTS && done < packets) {
        some.add(OPUS_SILENCE);
        done++;
      }
      int flags = done == packets ? OGG_LAST : 0;
      file.writeBytes(page(number++, flags, (long) done * OPUS_PACKET_TICKS, some));
    }
    return file.toByteArray();
  }

  private static byte[] page(int number, int flags, long position, List<byte[]> packets) {
    int size = packets.stream().mapToInt(packet -> packet.length).sum();
    ByteBuffer page =
        ByteBuffer.allocate(OGG_HEADER_BYTES + packets.size() + size)
            .order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(US_ASCII)).put((byte) 0).put((byte) flags).putLong(position);
    page.putInt(1).putInt(number).putInt(0).put((byte) packets.size());
    packets.forEach(packet -> page.put((byte) packet.length));
    packets.forEach(page::put);
    page.putInt(OGG_CHECKSUM_AT, checksum(page.array()));
    return page.array();
  }

  private static int checksum(byte[] page) {
    int sum = 0;
    for (byte one : page) {
      sum ^= one << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sum = sum < 0 ? sum << 1 ^ OGG_POLYNOMIAL : sum << 1;
      }
    }
    return sum;
  }
}
