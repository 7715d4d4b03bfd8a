package io.dakenh.benchmarks.start;

import io.dakenh.benchmarks.driver.ProcessFigures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts a service beside the one that runs, asks until it answers, reads its figures, ends it. */
final class ColdStart {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_ASKING = Duration.ofMillis(2);
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final double KILOBYTES_PER_MEGABYTE = 1024;
  private static final byte[] ASK =
      "GET /q/health/live HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private ColdStart() {}

  static StartFigures of(ServiceCommand service) {
    int port = freePort();
    ServiceCommand moved = service.on(port);
    ProcessBuilder builder = new ProcessBuilder(moved.command());
    builder.environment().clear();
    builder.environment().putAll(moved.environment());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begun = System.nanoTime();
    Process process = start(builder);
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - begun > LIMIT.toNanos()) {
          throw new IllegalStateException(service.service() + " does not answer");
        }
        LockSupport.parkNanos(BETWEEN_ASKING.toNanos());
      }
      double milliseconds = (System.nanoTime() - begun) / 1e6;
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        throw new IllegalStateException(service.service() + " ended right after its start");
      }
      ProcessFigures figures = ProcessFigures.of(Set.of(process.pid()));
      return new StartFigures(
          milliseconds, figures.cpuSeconds(), figures.rssKilobytes() / KILOBYTES_PER_MEGABYTE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      end(process);
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + builder.command().getFirst(), e);
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.getOutputStream().write(ASK);
      InputStream answer = socket.getInputStream();
      String head = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
      return head.endsWith(" 200");
    } catch (SocketException | SocketTimeoutException notYet) {
      // Nobody listens yet, or the listener has not made up its mind.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask port " + port, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}
