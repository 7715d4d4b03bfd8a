package io.dakenh.devstack.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * coturn, where it is installed: passes calls on between browsers that cannot reach each other.
 * Without it calls go directly, which is all one machine needs.
 */
final class RelayPart extends ProcessPart {
  static final String NAME = "relay";
  private static final String PROGRAM = "turnserver";
  private static final String SECRET = "DAKENH_LIVETALK_CALLS_TURN_SECRET";
  private static final int CONNECT_MILLIS = 500;
  private static final int MEDIA_PORTS = 200;

  private final Path program;
  private final Layout layout;
  private final PortPlan ports;
  private final Secrets secrets;

  RelayPart(Path program, Layout layout, PortPlan ports, Secrets secrets) {
    super(
        new Description(
            NAME,
            ports.relay(),
            EDGE,
            Set.of(),
            layout.root(),
            Map.of(),
            layout.log(NAME),
            () -> listens(ports.relay())));
    this.program = program;
    this.layout = layout;
    this.ports = ports;
    this.secrets = secrets;
  }

  /** The program, if this machine has it. */
  static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What makes livetalk-service hand out places at it. */
  static Map<String, String> environment(PortPlan ports, Secrets secrets) {
    return Map.of(
        "DAKENH_LIVETALK_CALLS_TURN_URLS",
        "turn:127.0.0.1:" + ports.relay() + "?transport=udp",
        SECRET,
        secrets.password(SECRET));
  }

  @Override
  List<String> command() {
    int highest = Math.min(65_535, ports.relay() + 30_000 + MEDIA_PORTS);
    Path file = layout.run().resolve("relay.conf");
    write(
        file,
        String.join(
            "\n",
            "listening-ip=127.0.0.1",
            "relay-ip=127.0.0.1",
            "listening-port=" + ports.relay(),
            "min-port=" + (highest - MEDIA_PORTS),
            "max-port=" + highest,
            "realm=dakenh",
            "use-auth-secret",
            "static-auth-secret=" + secrets.password(SECRET),
            // Both browsers are on this machine.
            "allow-loopback-peers",
            "no-cli",
            "no-tls",
            "no-dtls",
            "pidfile=" + layout.run().resolve("relay.pid"),
            "log-file=stdout",
            "simple-log",
            ""));
    return List.of(program.toString(), "-c", file.toString());
  }

  private static void write(Path file, String text) {
    try {
      Folders.makeParent(file);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + file, unwritable);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
