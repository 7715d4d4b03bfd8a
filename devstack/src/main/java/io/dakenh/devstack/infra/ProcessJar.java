package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.process.KafkaNode;
import io.dakenh.devstack.infra.process.MongoNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The main classes of the Java servers as a jar of their own: a class-data archive works with jars
 * only, and our own classes may well be a folder.
 */
final class ProcessJar {
  private static final List<Class<?>> MAIN_CLASSES = List.of(KafkaNode.class, MongoNode.class);

  private ProcessJar() {}

  /** The jar, named after its content. */
  static Path in(Path cache) {
    try {
      byte[] content = content();
      CRC32 checksum = new CRC32();
      checksum.update(content);
      Path jar = cache.resolve("processes-" + Long.toHexString(checksum.getValue()) + ".jar");
      if (!Files.exists(jar)) {
        Files.createDirectories(cache);
        Path fresh = Files.createTempFile(cache, "processes", ".tmp");
        Files.write(fresh, content);
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
      }
      return jar;
    } catch (IOException e) {
      throw new InfraException("could not pack the main classes of the Java servers", e);
    }
  }

  private static byte[] content() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Class<?> main : MAIN_CLASSES) {
        String file = main.getName().replace('.', '/') + ".class";
        ZipEntry entry = new ZipEntry(file);
        // A fixed time, so that the same classes always make the same jar.
        entry.setTime(0);
        zip.putNextEntry(entry);
        try (InputStream source = main.getResourceAsStream("/" + file)) {
          if (source == null) {
            throw new IOException("no class file of " + main.getName());
          }
          source.transferTo(zip);
        }
      }
    }
    return bytes.toByteArray();
  }
}
