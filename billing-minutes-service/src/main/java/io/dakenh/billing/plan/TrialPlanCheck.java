package io.dakenh.billing.plan;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.BillingConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Refuses to start when new businesses could get no plan. */
@ApplicationScoped
class TrialPlanCheck {
  private static final Logger LOG = Logger.getLogger(TrialPlanCheck.class);

  private final AgroalDataSource database;
  private final BillingConfig config;

  @Inject
  TrialPlanCheck(AgroalDataSource database, BillingConfig config) {
    this.database = database;
    this.config = config;
  }

  void check(@Observes StartupEvent starting) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Plan plan = Plans.trial(connection, config.trialPlan());
      LOG.infof(
          "new businesses start with plan %s: %d s a month", plan.code(), plan.monthlySeconds());
    }
  }
}
