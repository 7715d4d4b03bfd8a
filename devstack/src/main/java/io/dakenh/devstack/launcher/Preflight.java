package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether a suite can start, so that it fails with a sentence rather than halfway. */
final class Preflight {
  private static final long MEGABYTE = 1024L * 1024;
  static final long NEEDED_MEGABYTES = 1024;

  private Preflight() {}

  static void checkDisk(Path folder) {
    try {
      Files.createDirectories(folder);
      long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
      if (free < NEEDED_MEGABYTES) {
        throw new LauncherException(diskMessage(folder, free));
      }
    } catch (IOException e) {
      throw new LauncherException("cannot write below " + folder + ": " + e.getMessage(), e);
    }
  }

  static String diskMessage(Path folder, long freeMegabytes) {
    return "the disk of "
        + folder
        + " is nearly full: "
        + freeMegabytes
        + " MB free, "
        + NEEDED_MEGABYTES
        + " MB needed. Make room, or choose another place with --data DIR.";
  }

  static void checkPorts(Map<String, Integer> needed) {
    List<String> taken = new ArrayList<>();
    needed.forEach(
        (who, port) -> {
          if (!free(port)) {
            taken.add(
                "port "
                    + port
                    + ", wanted by "
                    + who
                    + ", is taken by "
                    + PortOwners.describe(port));
          }
        });
    if (!taken.isEmpty()) {
      throw new LauncherException(
          String.join("\n", taken)
              + "\nEnd that program, or start the suite elsewhere with --port-base N"
              + " (it uses N to N+16).");
    }
  }

  /**
   * Data knows the address it was made for: sign-in sends people back to it, events and links carry
   * it. On another one nothing but a riddle would come of it.
   */
  static void checkAddress(Path addressFile, String publicUrl) {
    try {
      if (!Files.exists(addressFile)) {
        Files.writeString(addressFile, publicUrl, StandardCharsets.UTF_8);
        return;
      }
      String made = Files.readString(addressFile, StandardCharsets.UTF_8).strip();
      if (!made.equals(publicUrl)) {
        throw new LauncherException(
            "the data in "
                + addressFile.getParent()
                + " was made for "
                + made
                + ", not for "
                + publicUrl
                + ". Start it with the same --port-base, choose another folder with --data DIR,"
                + " or remove it: ./dakenh reset");
      }
    } catch (IOException e) {
      throw new LauncherException("cannot use " + addressFile + ": " + e.getMessage(), e);
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // What a finished suite left in TIME_WAIT does not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
