package io.dakenh.benchmarks.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * Offers that run out, armed as rows and spread evenly over some seconds. Each is the last thing
 * that can happen to its conversation, so what is measured is the timer and its writing.
 *
 * @param latenessMilliseconds when an offer ended, by the database's clock, less when it was due
 * @param early offers that ended before they were due
 * @param missed offers that never ended
 */
public record Timers(int armed, Percentiles latenessMilliseconds, long early, long missed) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int LEAD_SECONDS = 5;

  private static final String ARM =
      """
      with armed as (
        insert into allocation (id, binding_id, tenant_id, conversation_id, state, requested_department_id, department_id,
                                channel_kind, visitor_name, preview, opened_at, round, total_deadline, next_due)
        select id, id, ?, gen_random_uuid(), 'offering', ?, ?, 'livetalk', 'Khách', '', now(), 1, due, due
        from (select gen_random_uuid() as id, clock_timestamp() + make_interval(secs => ? + n * ?::float8 / ?) as due
              from generate_series(1, ?) as n) as timers
        returning id, tenant_id, conversation_id, department_id, next_due)
      insert into offer (id, tenant_id, allocation_id, conversation_id, agent_id, department_id, department_name, round, position,
                         state, made_at, expires_at)
      select gen_random_uuid(), tenant_id, id, conversation_id, ?, department_id, 'Bộ phận', 1, 0, 'pending', now(), next_due
      from armed""";

  private static final String LATENESS =
      """
      select extract(epoch from resolved_at - expires_at) * 1000 from offer
      where tenant_id = ? and state = 'expired'""";

  /**
   * Arms them and waits until all are done.
   *
   * @param killed whether the replica dies half way and another one starts
   */
  static Timers run(
      RoutingStage stage, Company company, int timers, int spreadSeconds, boolean killed) {
    UUID agent = company.agents.getFirst();
    UUID department = company.departments.getFirst();
    arm(stage, company, agent, department, timers, spreadSeconds);
    String open =
        "select count(*) from offer where state = 'pending' and tenant_id = '"
            + company.tenantId
            + "'";
    if (killed) {
      Awaitility.await("half of them")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> company.count(open) <= timers / 2);
      stage.killAndStart();
    }
    Awaitility.await("all of them")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> company.count(open) == 0);
    double[] lateness = lateness(stage, company);
    long early = java.util.Arrays.stream(lateness).filter(late -> late < 0).count();
    return new Timers(timers, Percentiles.of(lateness), early, timers - lateness.length);
  }

  private static void arm(
      RoutingStage stage, Company company, UUID agent, UUID department, int timers, int spread) {
    try (Connection connection = stage.database();
        PreparedStatement arm = connection.prepareStatement(ARM)) {
      arm.setObject(1, company.tenantId);
      arm.setObject(2, department);
      arm.setObject(3, department);
      arm.setInt(4, LEAD_SECONDS + timers / 20_000);
      arm.setInt(5, spread);
      arm.setInt(6, timers);
      arm.setInt(7, timers);
      arm.setObject(8, agent);
      arm.executeUpdate();
    } catch (SQLException refused) {
      throw new IllegalStateException("the timers cannot be armed", refused);
    }
  }

  private static double[] lateness(RoutingStage stage, Company company) {
    try (Connection connection = stage.database();
        PreparedStatement query = connection.prepareStatement(LATENESS)) {
      query.setObject(1, company.tenantId);
      List<Double> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getDouble(1));
        }
      }
      return found.stream().mapToDouble(Double::doubleValue).toArray();
    } catch (SQLException refused) {
      throw new IllegalStateException("the timers cannot be read", refused);
    }
  }
}
