package io.dakenh.benchmarks.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** nginx that sends one file: the least that answering with these bytes can cost. */
final class StaticServer implements AutoCloseable {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int STEPS = 500;

  private final Process process;
  private final int port;

  private StaticServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static StaticServer start(Path scratch, byte[] document) {
    try {
      Path root = Files.createDirectories(scratch.resolve("www"));
      Files.write(root.resolve("widget.json"), document);
      int port = freePort();
      Path config = scratch.resolve("nginx.conf");
      Files.writeString(config, config(scratch, root, port), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(
                  program().toString(), "-c", config.toString(), "-p", scratch.toString())
              .redirectErrorStream(true)
              .redirectOutput(scratch.resolve("nginx.out").toFile())
              .start();
      StaticServer server = new StaticServer(process, port);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("nginx cannot be started", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port + "/widget.json";
  }

  private static String config(Path scratch, Path root, int port) {
    return """
    daemon off;
    user root;
    worker_processes auto;
    pid SCRATCH/nginx.pid;
    error_log SCRATCH/error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      sendfile on;
      tcp_nodelay on;
      etag on;
      keepalive_requests 100000000;
      open_file_cache max=100;
      types { application/json json; }
      server { listen 127.0.0.1:PORT; root ROOT; }
    }
    """
        .replace("SCRATCH", scratch.toString())
        .replace("PORT", Integer.toString(port))
        .replace("ROOT", root.toString());
  }

  private static Path program() {
    Optional<Path> found =
        Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(
        () ->
            new IllegalStateException("nginx is needed; install it (apt-get install nginx-light)"));
  }

  private void awaitReady() {
    for (int step = 0; step < STEPS; step++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IllegalStateException("nginx ended at once", notYet);
        }
        LockSupport.parkNanos(STEP_NANOS);
      }
    }
    throw new IllegalStateException("nginx does not answer");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
