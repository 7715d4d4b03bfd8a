package io.dakenh.livetalk.personaldata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.audit.Audit;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs, from the request to the receipt. */
@ApplicationScoped
class Jobs {
  /** A replica that dies at work leaves the job to the others after this time. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int MOST_ATTEMPTS = 20;

  private static final String SELECT =
      """
      select j.id, j.kind, j.visitor_id, j.requested_by, coalesce(s.name, ''), j.requested_at, j.state, j.finished_at, j.receipt,
        case when j.expires_at > clock_timestamp() then j.file_bytes end, j.expires_at
      from personal_data_job j
      left join staff s on s.tenant_id = j.tenant_id and s.id = j.requested_by
      where j.tenant_id = ?""";

  private final Database database;
  private final Audit audit;
  private final Alarm alarm;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  Jobs(
      Database database,
      Audit audit,
      TransactionSynchronizationRegistry transaction,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.audit = audit;
    this.alarm = new Alarm(transaction);
    this.json = json;
    this.clock = clock;
  }

  Alarm bell() {
    return alarm;
  }

  /** Asks for one; while the same is still to be done, that one is meant. */
  Job request(Party owner, UUID visitorId, String kind) {
    UUID tenantId = owner.tenantId();
    UUID id =
        database.inTransaction(
            () -> {
              Optional<Integer> visitor =
                  database.first(
                      "select 1 from visitor where tenant_id = ? and id = ? for update",
                      row -> row.getInt(1),
                      tenantId,
                      visitorId);
              if (visitor.isEmpty()) {
                throw ProblemException.notFound("visitor");
              }
              Optional<UUID> standing =
                  database.first(
                      "select id from personal_data_job where tenant_id = ? and visitor_id = ? and kind = ? and state = 'waiting'",
                      row -> row.getObject(1, UUID.class),
                      tenantId,
                      visitorId,
                      kind);
              if (standing.isPresent()) {
                return standing.get();
              }
              UUID made = Ids.next();
              Instant now = now();
              database.update(
                  """
                  insert into personal_data_job (id, tenant_id, kind, visitor_id, requested_by, requested_at, due_at)
                  values (?, ?, ?, ?, ?, ?, ?)""",
                  made,
                  tenantId,
                  kind,
                  visitorId,
                  owner.id(),
                  now,
                  now);
              audit.record(
                  tenantId,
                  "visitor." + kind + "-requested",
                  visitorId.toString(),
                  owner.id(),
                  List.of());
              alarm.ringAfterCommit();
              return made;
            });
    return one(tenantId, id);
  }

  Job one(UUID tenantId, UUID id) {
    return database
        .first(SELECT + " and j.id = ?", this::job, tenantId, id)
        .orElseThrow(() -> ProblemException.notFound("personal-data-job"));
  }

  List<Job> list(UUID tenantId, Instant before, UUID beforeId, int limit) {
    return database.list(
        SELECT
            + " and (j.requested_at, j.id) < (?, ?) order by j.requested_at desc, j.id desc limit ?",
        this::job,
        tenantId,
        before,
        beforeId,
        limit);
  }

  private Job job(ResultSet row) throws SQLException {
    String receipt = row.getString(9);
    return new Job(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getString(7),
        instant(row.getObject(8, OffsetDateTime.class)),
        receipt == null ? null : receipt(receipt),
        row.getObject(10, Long.class),
        instant(row.getObject(11, OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private Erased receipt(String stored) {
    try {
      return json.readValue(stored, Erased.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored receipt cannot be read", impossible);
    }
  }

  /** Work for this replica. */
  record Due(UUID id, UUID tenantId, String kind, UUID visitorId, UUID requestedBy, int attempts) {}

  Optional<Due> claim() {
    return database.first(
        """
        update personal_data_job set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => ?)
        where id = (select id from personal_data_job where state = 'waiting' and due_at <= clock_timestamp()
                    order by due_at limit 1 for update skip locked)
        returning id, tenant_id, kind, visitor_id, requested_by, attempts""",
        row ->
            new Due(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getInt(6)),
        (double) LEASE.toSeconds());
  }

  /** What was forgotten so far, so that a job that is taken up again tells all of it. */
  void note(Due job, Erased some) {
    Erased all = one(job.tenantId(), job.id()).receipt();
    write(job, all == null ? some : all.plus(some));
  }

  private void write(Due job, Erased all) {
    try {
      database.update(
          "update personal_data_job set receipt = ?::jsonb where tenant_id = ? and id = ?",
          json.writeValueAsString(all),
          job.tenantId(),
          job.id());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers cannot be written", impossible);
    }
  }

  /** It is done; needs a transaction. */
  void erased(Due job, Erased last) {
    note(job, last);
    finish(job, "done");
    audit.record(
        job.tenantId(),
        "visitor.erased",
        job.visitorId().toString(),
        job.requestedBy(),
        List.of("conversations", "messages", "files", "notes", "pages"));
  }

  /** The file is there. */
  void exported(Due job, long bytes, Duration lifetime) {
    database.inTransaction(
        () -> {
          database.update(
              "update personal_data_job set file_bytes = ?, expires_at = ? where tenant_id = ? and id = ?",
              bytes,
              now().plus(lifetime),
              job.tenantId(),
              job.id());
          finish(job, "done");
          return Boolean.TRUE;
        });
  }

  private void finish(Due job, String state) {
    database.update(
        "update personal_data_job set state = ?, finished_at = ? where tenant_id = ? and id = ?",
        state,
        now(),
        job.tenantId(),
        job.id());
  }

  /** Tried again later, but not for ever. */
  void failed(Due job) {
    if (job.attempts() >= MOST_ATTEMPTS) {
      finish(job, "failed");
      return;
    }
    database.update(
        "update personal_data_job set due_at = clock_timestamp() + make_interval(secs => ?) where tenant_id = ? and id = ?",
        (double) PAUSE.toSeconds(),
        job.tenantId(),
        job.id());
  }

  /** How long until the next one is due. */
  Optional<Duration> untilNext() {
    return database.first(
        """
        select (extract(epoch from s.next - clock_timestamp()) * 1000000)::bigint
        from (select min(due_at) as next from personal_data_job where state = 'waiting') s
        where s.next is not null""",
        row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
