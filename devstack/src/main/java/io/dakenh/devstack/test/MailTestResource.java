package io.dakenh.devstack.test;

import com.sun.net.httpserver.HttpServer;
import io.dakenh.devstack.mail.MailCatcher;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
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
      Map<String, String> settings = new HashMap<>();
      for (String service : List.of("livetalk", "config")) {
        String prefix = "dakenh." + service + ".mail.";
        settings.put(prefix + "host", "127.0.0.1");
        settings.put(prefix + "port", Integer.toString(started.port()));
        settings.put(prefix + "security", "none");
      }
      settings.put("dakenh.test.mailbox", "http://127.0.0.1:" + server.getAddress().getPort());
      return settings;
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
