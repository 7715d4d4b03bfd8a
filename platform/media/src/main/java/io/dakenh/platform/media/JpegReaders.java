package io.dakenh.platform.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;

/** Readers that also know the JPEG files of print shops (CMYK), which the JDK's own refuses. */
final class JpegReaders {
  private static final JPEGImageReaderSpi PROVIDER = new JPEGImageReaderSpi();

  static {
    // It finds the JDK's reader, on which it builds, while it is registered.
    IIORegistry.getDefaultInstance().registerServiceProvider(PROVIDER);
  }

  private JpegReaders() {}

  static ImageReader create() {
    try {
      return PROVIDER.createReaderInstance(null);
    } catch (IOException impossible) {
      throw new IllegalStateException("cannot make a JPEG reader", impossible);
    }
  }
}
