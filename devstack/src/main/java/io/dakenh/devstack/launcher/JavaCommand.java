package io.dakenh.devstack.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java command lines of the suite's own processes: small heap, small footprint. */
final class JavaCommand {
  private JavaCommand() {}

  /** The options every one of them gets, beginning with the program itself. */
  static List<String> base(int heapMegabytes) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms16m",
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=64m",
            // Memory the compilers used while starting goes back to the system.
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
  }
}
