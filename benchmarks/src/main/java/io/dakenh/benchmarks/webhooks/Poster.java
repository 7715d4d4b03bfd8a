package io.dakenh.benchmarks.webhooks;

import io.dakenh.benchmarks.webhooks.SignedBodies.Post;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts over connections that stay open: as fast as answers come, or at a rate; then the time
 * counts from when a request was meant to leave, so being late counts against the server.
 */
final class Poster {
  private static final double NANOS_PER_MILLISECOND = 1e6;
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final int port;
  private final int connections;

  Poster(int port, int connections) {
    this.port = port;
    this.connections = connections;
  }

  /**
   * What came of it.
   *
   * @param unexpected answers with another status than the request deserves
   * @param notTaken of these, how many were told to come again
   */
  record Figures(
      long answered,
      double perSecond,
      double p99Milliseconds,
      double slowestMilliseconds,
      long unexpected,
      long notTaken) {}

  private record Sample(long nanos, boolean expected, boolean notTaken) {}

  /** Posts prepared requests; a rate of 0 means as fast as possible. */
  Figures post(List<Post> posts, int perSecond) throws InterruptedException {
    BlockingQueue<Post> queue = new LinkedBlockingQueue<>(posts);
    List<Sample> samples = Collections.synchronizedList(new ArrayList<>(posts.size()));
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int offset = i;
        all.add(threads.submit(() -> samples.addAll(run(queue, start, offset, perSecond))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("posting failed", failed);
    }
    return figures(samples, System.nanoTime() - start);
  }

  private List<Sample> run(BlockingQueue<Post> queue, long start, int offset, int perSecond) {
    List<Sample> samples = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      long number = offset;
      for (Post post = queue.poll(); post != null; post = queue.poll()) {
        long meant = System.nanoTime();
        if (perSecond > 0) {
          meant = start + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
          number += connections;
          for (long now = System.nanoTime(); now < meant; now = System.nanoTime()) {
            LockSupport.parkNanos(meant - now);
          }
        }
        socket.getOutputStream().write(post.request());
        int status = status(in);
        samples.add(new Sample(System.nanoTime() - meant, status == post.status(), status == 503));
      }
      return samples;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Answers have a head and nothing behind it. */
  private static int status(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int matched = 0;
    while (matched < END.length) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      head.append((char) next);
      matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  private static Figures figures(List<Sample> samples, long nanos) {
    long[] sorted = samples.stream().mapToLong(Sample::nanos).sorted().toArray();
    return new Figures(
        sorted.length,
        sorted.length * 1e9 / nanos,
        sorted[(int) (sorted.length * 0.99)] / NANOS_PER_MILLISECOND,
        sorted[sorted.length - 1] / NANOS_PER_MILLISECOND,
        samples.stream().filter(sample -> !sample.expected() && !sample.notTaken()).count(),
        samples.stream().filter(Sample::notTaken).count());
  }
}
