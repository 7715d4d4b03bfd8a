package io.dakenh.billing.metering;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.BillingConfig;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends calls that fell silent: livetalk tells every 15 seconds that a call is alive, and when it
 * stops telling, the call costs what was heard of it. The rows are the timers; the look over all
 * tenants only finds them, the work is done behind each tenant's wall.
 */
@ApplicationScoped
class CallExpiry implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(CallExpiry.class);
  private static final int BATCH = 200;

  private final AgroalDataSource database;
  private final CallBook book;
  private final DueTimer timer;

  @Inject
  CallExpiry(AgroalDataSource database, CallBook book, Alarm alarm, BillingConfig config) {
    this.database = database;
    this.book = book;
    this.timer = new DueTimer("call-expiry", alarm, config.monthEndLook(), this);
  }

  void start(@Observes StartupEvent starting) {
    timer.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    List<CallKey> silent =
        QuarkusTransaction.requiringNew().call(() -> look(c -> CallStore.silent(c, BATCH)));
    if (silent.isEmpty()) {
      return false;
    }
    book.expire(silent);
    LOG.infof("%d calls fell silent", silent.size());
    return true;
  }

  @Override
  public Optional<Duration> untilNext() {
    return QuarkusTransaction.requiringNew().call(() -> look(CallStore::untilNextSilent));
  }

  private interface Look<T> {
    T at(Connection connection) throws SQLException;
  }

  private <T> T look(Look<T> look) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openForEveryTenant(connection);
      return look.at(connection);
    } catch (SQLException away) {
      throw new IllegalStateException("cannot look for silent calls", away);
    }
  }
}
