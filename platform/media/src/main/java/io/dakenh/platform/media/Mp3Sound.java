package io.dakenh.platform.media;

import java.io.ByteArrayInputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Header;
import org.jboss.logging.Logger;

/** MP3: every frame is walked, since a header may claim any duration. */
final class Mp3Sound {
  private static final Logger LOG = Logger.getLogger(Mp3Sound.class);
  private static final int LAYER_THREE = 3;

  /** Fewer are no sound, but bytes that happen to look like the beginning of a frame. */
  private static final int FEWEST_FRAMES = 4;

  private Mp3Sound() {}

  static Inspected of(byte[] bytes) {
    double milliseconds = 0;
    long framed = 0;
    int frames = 0;
    try {
      Bitstream stream = new Bitstream(new ByteArrayInputStream(bytes));
      try {
        for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
          if (header.layer() != LAYER_THREE) {
            throw FileProblems.unsupported();
          }
          milliseconds += header.ms_per_frame();
          framed += header.calculate_framesize();
          frames++;
          stream.closeFrame();
        }
      } finally {
        stream.close();
      }
    } catch (BitstreamException | ArrayIndexOutOfBoundsException damaged) {
      LOG.debug("cannot read an mp3", damaged);
      throw FileProblems.damaged();
    }
    // Tags may take room, but a file that is mostly something else is no sound.
    if (frames < FEWEST_FRAMES || framed * 2 < bytes.length - tagLength(bytes)) {
      throw FileProblems.damaged();
    }
    return Inspected.sound("audio/mpeg", bytes, Math.round(milliseconds));
  }

  /** Length of the ID3v2 tag in front, which may hold a picture of the cover. */
  private static int tagLength(byte[] bytes) {
    if (bytes.length < 10 || bytes[0] != 'I' || bytes[1] != 'D' || bytes[2] != '3') {
      return 0;
    }
    return 10 + (bytes[6] << 21 | bytes[7] << 14 | bytes[8] << 7 | bytes[9]);
  }
}
