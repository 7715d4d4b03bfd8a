package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys of one suite: made when first asked for, kept in a file only its owner reads.
 */
final class Secrets {
  private static final int BYTES = 32;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final Properties known = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets load(Path file) {
    Secrets secrets = new Secrets(file);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        secrets.known.load(reader);
      } catch (IOException e) {
        throw new LauncherException("cannot read " + file, e);
      }
    }
    return secrets;
  }

  /** 32 random bytes in standard Base64, always the same for one name. */
  synchronized String key(String name) {
    String existing = known.getProperty(name);
    if (existing != null) {
      return existing;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String made = Base64.getEncoder().encodeToString(bytes);
    known.setProperty(name, made);
    save();
    return made;
  }

  /** Letters and digits only, for places where anything else would need quoting. */
  synchronized String password(String name) {
    return key(name).replaceAll("[^A-Za-z0-9]", "");
  }

  private void save() {
    try {
      Folders.makeParent(file);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer =
          Files.newBufferedWriter(fresh, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
        known.store(writer, "made by ./dakenh up; keep, or the data cannot be read any more");
      }
      Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LauncherException("cannot write " + file, e);
    }
  }
}
