package io.dakenh.platform.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jboss.logging.Logger;

/** WAV with plain samples, which every browser plays. */
final class WavSound {
  private static final Logger LOG = Logger.getLogger(WavSound.class);
  private static final double MILLISECONDS = 1000.0;

  private WavSound() {}

  static Inspected of(byte[] bytes) {
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
      AudioFormat format = stream.getFormat();
      boolean plain =
          format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
              || format.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED)
              || format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT);
      if (!plain || format.getChannels() > 2) {
        throw FileProblems.unsupported();
      }
      if (format.getFrameRate() < 1 || format.getFrameSize() < 1) {
        throw FileProblems.damaged();
      }
      // What is there counts, not what the header promises.
      long present = stream.readAllBytes().length / format.getFrameSize();
      if (present < stream.getFrameLength()) {
        throw FileProblems.damaged();
      }
      return Inspected.sound(
          "audio/wav", bytes, Math.round(present * MILLISECONDS / format.getFrameRate()));
    } catch (UnsupportedAudioFileException | IOException damaged) {
      LOG.debug("cannot read a wav", damaged);
      throw FileProblems.damaged();
    }
  }
}
