package io.dakenh.devstack.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private ServerSocket echo;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 16, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
    proxy = FaultProxy.to(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesUnchangedWhenNothingIsWrong() throws IOException {
    byte[] large = new byte[300_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }
    try (Socket client = connect()) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  client.getOutputStream().write(large);
                  client.shutdownOutput();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });

      assertThat(client.getInputStream().readAllBytes()).isEqualTo(large);
    }
    Awaitility.await().untilAsserted(() -> assertThat(proxy.open()).isZero());
  }

  @Test
  void delaysBothDirectionsAndKeepsOrder() throws IOException {
    try (Socket client = connect()) {
      proxy.delay(Duration.ofMillis(150));
      long began = System.nanoTime();
      say(client, "chậm");
      assertThat(hear(client, "chậm")).isEqualTo("chậm");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(299));

      say(client, "một ");
      proxy.heal();
      say(client, "hai");
      assertThat(hear(client, "một hai")).isEqualTo("một hai");
    }
  }

  @Test
  void cutBreaksWhatIsOpenAndRefusesUntilHealed() throws IOException {
    try (Socket client = connect()) {
      say(client, "a");
      hear(client, "a");

      proxy.cut();

      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
      try (Socket refused = connect()) {
        assertThatThrownBy(() -> refused.getInputStream().read()).isInstanceOf(IOException.class);
      }
      proxy.heal();
      try (Socket again = connect()) {
        say(again, "trở lại");
        assertThat(hear(again, "trở lại")).isEqualTo("trở lại");
      }
    }
  }

  @Test
  void stallKeepsConnectionsOpenAndSilentThenDeliversAll() throws IOException {
    try (Socket client = connect()) {
      say(client, "a");
      hear(client, "a");

      proxy.stall();
      say(client, "giữ");
      client.setSoTimeout(300);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(proxy.open()).isEqualTo(1);

      proxy.heal();
      client.setSoTimeout(5_000);
      assertThat(hear(client, "giữ")).isEqualTo("giữ");
    }
  }

  @Test
  void aServerThatIsDownBreaksTheClient() throws IOException {
    echo.close();
    try (Socket client = connect()) {
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.port());
    client.setSoTimeout(5_000);
    return client;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hear(Socket client, String expected) throws IOException {
    int length = expected.getBytes(StandardCharsets.UTF_8).length;
    return new String(client.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket accepted = echo.accept();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (accepted) {
                    accepted.getInputStream().transferTo(accepted.getOutputStream());
                  } catch (IOException e) {
                    // Broken by the test.
                    return;
                  }
                });
      } catch (IOException e) {
        return;
      }
    }
  }
}
