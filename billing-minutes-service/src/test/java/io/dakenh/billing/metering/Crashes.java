package io.dakenh.billing.metering;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Ends a transaction in one of its writing statements, as the death of the process would: the
 * database itself refuses the statement, so nothing of the transaction stays.
 */
@ApplicationScoped
public class Crashes {
  private static final List<String> TABLES =
      List.of(
          "entitlement",
          "month_usage",
          "ledger_account",
          "ledger_transfer",
          "ledger_entry",
          "call_record",
          "outbox");

  @Inject AgroalDataSource database;

  void install() {
    run(
        """
        create sequence if not exists crash_step;
        create table if not exists crash_plan (at bigint not null);
        create or replace function crash() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from crash_plan) and nextval('crash_step') >= (select at from crash_plan) then
            raise exception 'crash' using errcode = 'P0001';
          end if;
          return null;
        end $$""");
    for (String table : TABLES) {
      run(
          "create or replace trigger tr_crash before insert or update on "
              + table
              + " for each statement execute function crash()");
    }
  }

  void remove() {
    TABLES.forEach(table -> run("drop trigger if exists tr_crash on " + table));
    run("drop table if exists crash_plan");
    run("drop sequence if exists crash_step");
  }

  /** Runs the work and crashes in its n-th writing statement; it may have fewer. */
  void inOneOf(int statement, Runnable work) {
    run("select setval('crash_step', 1, false)");
    run("insert into crash_plan values (" + (statement + 1) + ")");
    try {
      work.run();
    } catch (RuntimeException crashed) {
      if (!String.valueOf(rootOf(crashed).getMessage()).contains("crash")) {
        throw crashed;
      }
    } finally {
      run("delete from crash_plan");
    }
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private void run(String sql) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = database.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
            });
  }
}
