package io.dakenh.devstack.launcher.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process to supervise: answers 200 on a port and writes its end into a file. */
public final class FakeServer {
  private FakeServer() {}

  /** Arguments: name, port, file for its last words; a fourth one makes it fail at once. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments[0];
    if (arguments.length > 3) {
      System.err.println(name + " says: " + arguments[3]);
      System.exit(3);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1])), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    Path lastWords = Path.of(arguments[2]);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Files.writeString(
                        lastWords,
                        name + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                  } catch (IOException e) {
                    System.err.println(e.getMessage());
                  }
                }));
    server.start();
    System.err.println(name + " listens");
  }
}
