package io.dakenh.devstack.infra.process;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;

/** The MongoDB wire server on one file. */
public final class MongoNode {
  /** How much a kill -9 may cost: the store writes itself out this often. */
  private static final int COMMIT_DELAY_MILLIS = 20;

  private MongoNode() {}

  /** Arguments: host, port and the file. */
  public static void main(String[] arguments) throws InterruptedException {
    MVStore store = new MVStore.Builder().fileName(arguments[2]).open();
    store.setAutoCommitDelay(COMMIT_DELAY_MILLIS);
    MongoServer server = new MongoServer(new H2Backend(store));
    server.bind(arguments[0], Integer.parseInt(arguments[1]));
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.shutdownNow();
                  ended.countDown();
                },
                "shutdown"));
    ended.await();
  }
}
