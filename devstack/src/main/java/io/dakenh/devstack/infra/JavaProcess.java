package io.dakenh.devstack.infra;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the Java servers: small heap, one thread for collection, quick to start. */
final class JavaProcess {
  private JavaProcess() {}

  static List<String> command(
      RuntimeFiles files, int heapMegabytes, List<String> options, String mainClass) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(options);
    command.addAll(List.of("-cp", ownClasses() + ":" + files.javaClassPath(), mainClass));
    return command;
  }

  /** This module's own classes: the launching main classes live here, their libraries do not. */
  private static String ownClasses() {
    try {
      return Path.of(JavaProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new InfraException("cannot tell where devstack's classes are", e);
    }
  }
}
