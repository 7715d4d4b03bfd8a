package io.dakenh.platform.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.ogg.OggStreamIdentifier;
import org.gagravarr.ogg.audio.OggAudioStatistics;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.opus.OpusStatistics;
import org.gagravarr.vorbis.VorbisFile;
import org.jboss.logging.Logger;

/** Ogg with Vorbis or Opus; every page is walked. */
final class OggSound {
  private static final Logger LOG = Logger.getLogger(OggSound.class);
  private static final double MILLISECONDS = 1000.0;

  private OggSound() {}

  static Inspected of(byte[] bytes) {
    try {
      double seconds =
          switch (codec(bytes)) {
            case "vorbis" -> vorbis(bytes);
            case "opus" -> opus(bytes);
            default -> throw FileProblems.unsupported();
          };
      return Inspected.sound("audio/ogg", bytes, Math.round(seconds * MILLISECONDS));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      LOG.debug("cannot read an ogg", damaged);
      throw FileProblems.damaged();
    }
  }

  private static String codec(byte[] bytes) throws IOException {
    try (OggFile file = new OggFile(new ByteArrayInputStream(bytes))) {
      OggPacketReader packets = file.getPacketReader();
      OggPacket first = packets.getNextPacket();
      if (first == null) {
        throw FileProblems.damaged();
      }
      OggStreamIdentifier.OggStreamType type = OggStreamIdentifier.identifyType(first);
      if (type.equals(OggStreamIdentifier.OGG_VORBIS)) {
        return "vorbis";
      }
      return type.equals(OggStreamIdentifier.OPUS_AUDIO) ? "opus" : "";
    }
  }

  private static double vorbis(byte[] bytes) throws IOException {
    try (VorbisFile file = new VorbisFile(new OggFile(new ByteArrayInputStream(bytes)))) {
      OggAudioStatistics statistics = new OggAudioStatistics(file, file);
      statistics.calculate();
      return statistics.getDurationSeconds();
    }
  }

  private static double opus(byte[] bytes) throws IOException {
    try (OpusFile file = new OpusFile(new OggFile(new ByteArrayInputStream(bytes)))) {
      OpusStatistics statistics = new OpusStatistics(file);
      statistics.calculate();
      return statistics.getDurationSeconds();
    }
  }
}
