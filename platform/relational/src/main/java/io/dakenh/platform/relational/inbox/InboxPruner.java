package io.dakenh.platform.relational.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets ids and idempotency keys that no redelivery or retry can bring back. Hourly, in any
 * replica; twice does no harm.
 */
@ApplicationScoped
class InboxPruner {
  private static final Logger LOG = Logger.getLogger(InboxPruner.class);

  private final AgroalDataSource database;
  private final Duration keep;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("inbox-pruner").factory());

  @Inject
  InboxPruner(
      AgroalDataSource database,
      @ConfigProperty(name = "dakenh.inbox.keep", defaultValue = "P8D") Duration keep) {
    this.database = database;
    this.keep = keep;
  }

  void start(@Observes StartupEvent event) {
    timer.scheduleAtFixedRate(this::prune, 10, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void prune() {
    try (Connection connection = database.getConnection()) {
      for (String table : new String[] {"inbox", "idempotency_key"}) {
        String delete =
            "inbox".equals(table)
                ? "delete from inbox where received_at < now() - make_interval(secs => ?)"
                : "delete from idempotency_key where created_at < now() - make_interval(secs => ?)";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
          statement.setDouble(1, (double) keep.toSeconds());
          statement.executeUpdate();
        }
      }
    } catch (SQLException away) {
      LOG.infof("pruning waits for the next hour: %s", away.getMessage());
    }
  }
}
