package io.dakenh.platform.relational.erasure;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Erases businesses, some rows per transaction. How far it got is part of each commit, so a process
 * may die at any moment and any replica goes on; the row lock keeps two from counting one row
 * twice.
 *
 * <p>An erasure is over when a pass over all tables that began after every transaction of the time
 * of the request has ended finds nothing more. An hour later it looks once more.
 */
@ApplicationScoped
public class TenantErasure implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(TenantErasure.class);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  private static final String BEGIN =
      """
      insert into tenant_erasure (tenant_id, erasure_id, requested_at) values (?, ?, ?)
      on conflict (tenant_id) do nothing""";

  private static final String UNTIL_NEXT =
      """
      select (extract(epoch from min(due_at) - clock_timestamp()) * 1000000)::bigint
      from tenant_erasure where due_at is not null""";

  private final AgroalDataSource database;
  private final ErasureSteps steps;
  private final Alarm alarm;
  private final DueTimer timer;

  @Inject
  TenantErasure(
      AgroalDataSource database,
      ErasureSteps steps,
      TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.steps = steps;
    this.alarm = new Alarm(transaction);
    this.timer = new DueTimer("tenant-erasure", alarm, SWEEP, this);
  }

  void start(@Observes StartupEvent event) {
    timer.start();
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  /**
   * Writes the request down in the current transaction: from its commit on nothing that is heard of
   * the business counts. Asked again after it is done, it answers again.
   */
  public void begin(ReceivedEvent<TenantErasureRequested> event) {
    TenantErasureRequested wanted = event.payload();
    if (!event.tenantId().equals(wanted.tenantId())) {
      throw new IllegalArgumentException("the event names two tenants");
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setObject(1, wanted.tenantId());
      insert.setObject(2, wanted.erasureId());
      insert.setObject(3, wanted.requestedAt().atOffset(ZoneOffset.UTC));
      if (insert.executeUpdate() == 0) {
        steps.answerAgain(connection, wanted.tenantId());
        return;
      }
    } catch (SQLException failed) {
      throw new ErasureStoreException("an erasure cannot be written down", failed);
    }
    LOG.infof("erasing a business: tenantId=%s", wanted.tenantId());
    alarm.ringAfterCommit();
  }

  @Override
  public boolean doSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return steps.takeOne(connection);
              } catch (SQLException failed) {
                throw new ErasureStoreException("an erasure waits", failed);
              }
            });
  }

  @Override
  public Optional<Duration> untilNext() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNTIL_NEXT);
        ResultSet row = select.executeQuery()) {
      row.next();
      long microseconds = row.getLong(1);
      return row.wasNull()
          ? Optional.empty()
          : Optional.of(Duration.of(microseconds, ChronoUnit.MICROS));
    } catch (SQLException away) {
      throw new ErasureStoreException("the erasures cannot be read", away);
    }
  }

  /** Counts as JSON, in the order of their names. */
  static String json(ErasedCounts counts) {
    return EventJson.write(counts);
  }
}
