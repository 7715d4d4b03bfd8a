package io.dakenh.livetalk.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A program of a business that is told things, as its developer would write it. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int usual = 200;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** What came. */
  record Got(String path, String signature, String event, String delivery, String text) {
    JsonNode body() {
      try {
        return new ObjectMapper().readTree(text);
      } catch (JsonProcessingException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?kho=1";
  }

  /** Answers the next requests so, then as usual. */
  void answers(int... statuses) {
    synchronized (answers) {
      for (int status : statuses) {
        answers.add(status);
      }
    }
  }

  /** Zero: not at all. */
  void usually(int status) {
    usual = status;
  }

  List<Got> all() {
    return got;
  }

  Got await(Predicate<Got> which) {
    Awaitility.await("what the receiver waits for").until(() -> got.stream().anyMatch(which));
    return got.stream().filter(which).findFirst().orElseThrow();
  }

  Got await(String event) {
    return await(one -> one.event().equals(event));
  }

  List<Got> awaitMany(int count) {
    Awaitility.await().until(() -> got.size() >= count);
    return got;
  }

  private void take(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Integer status;
    synchronized (answers) {
      status = answers.poll();
    }
    int answer = status == null ? usual : status;
    got.add(
        new Got(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Dakenh-Signature"),
            exchange.getRequestHeaders().getFirst("Dakenh-Event"),
            exchange.getRequestHeaders().getFirst("Dakenh-Delivery"),
            text));
    if (answer == 0) {
      silence();
    }
    if (answer == 302) {
      exchange.getResponseHeaders().add("Location", url().replace("/hook", "/elsewhere"));
    }
    byte[] words = "cảm ơn".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer == 0 ? 200 : answer, words.length);
    exchange.getResponseBody().write(words);
    exchange.close();
  }

  private void silence() {
    try {
      closed.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
