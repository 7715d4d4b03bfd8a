package io.dakenh.devstack.test;

import com.sun.net.httpserver.HttpServer;
import io.dakenh.devstack.mail.MailCatcher;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real mail server for a Quarkus test. {@code dakenh.test.mailbox} is the origin at which {@link
 * io.dakenh.devstack.mail.Mailbox} reads what it got.
 */
public class MailTestResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable MailCatcher catcher;
  private @Nullable HttpServer pages;

  @Override
  public Map<String, String> start() {
    try {
      MailCatcher started = MailCatcher.start(0);
      catcher = started;
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
      server.createContext(MailCatcher.PATH, started::handle);
      server.start();
      pages = server;
      return Map.of(
          "dakenh.livetalk.mail.host",
          "127.0.0.1",
          "dakenh.livetalk.mail.port",
          Integer.toString(started.port()),
          "dakenh.livetalk.mail.security",
          "none",
          "dakenh.test.mailbox",
          "http://127.0.0.1:" + server.getAddress().getPort());
    } catch (IOException failed) {
      throw new UncheckedIOException("the mail catcher does not start", failed);
    }
  }

  @Override
  public void stop() {
    if (pages != null) {
      pages.stop(0);
    }
    if (catcher != null) {
      catcher.close();
    }
  }
}
