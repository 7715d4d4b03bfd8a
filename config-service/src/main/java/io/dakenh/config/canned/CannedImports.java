package io.dakenh.config.canned;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.PlainText;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds a whole table of canned messages or none of it, without transactions: the messages are
 * written unseen, where they already hold their names; one write to the import's own document then
 * decides that they exist; then each is shown. A process that dies before that write leaves
 * messages that are swept away, one that dies after it leaves messages that are shown by the sweep.
 */
@ApplicationScoped
class CannedImports {
  /** Longer than any import takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int SWEEP_BATCH = 20;

  private final CannedRepository messages;
  private final Imports imports;
  private final DepartmentRepository departments;
  private final Documents documents;
  private final Indexes indexes;
  private final Clock clock;

  @Inject
  CannedImports(
      CannedRepository messages,
      Imports imports,
      DepartmentRepository departments,
      Documents documents,
      Indexes indexes,
      Clock clock) {
    this.messages = messages;
    this.imports = imports;
    this.departments = departments;
    this.documents = documents;
    this.indexes = indexes;
    this.clock = clock;
  }

  /** The collection of imports on their way. */
  @ApplicationScoped
  static class Imports implements PanacheMongoRepositoryBase<CannedImport, UUID> {}

  private record Row(String pointer, CannedRules.Checked checked) {}

  /** Adds all lines and says how many. */
  int run(UUID tenantId, UUID actorId, byte[] csv) {
    indexes.require();
    List<Row> rows = checked(tenantId, CannedCsv.read(csv));
    CannedImport running = new CannedImport();
    running.id = Ids.next();
    running.tenantId = tenantId;
    running.actorId = actorId;
    running.state = CannedImport.STAGING;
    running.createdAt = Documents.now(clock);
    collection().insertOne(running);
    try {
      stage(running, rows);
    } catch (ProblemException refused) {
      abandon(running);
      throw refused;
    }
    if (!moved(running, CannedImport.COMMITTED)) {
      throw ProblemException.conflict(
          "import-took-too-long", "The import took too long; try again.");
    }
    show(running);
    return rows.size();
  }

  private List<Row> checked(UUID tenantId, List<CannedCsv.Line> lines) {
    if (lines.isEmpty()) {
      throw ProblemException.invalid("/file", "csv-empty", "The table has no lines.");
    }
    Map<String, UUID> known = new HashMap<>();
    for (Department department : departments.all(tenantId)) {
      known.put(department.nameKey, department.id);
    }
    BodyCheck check = new BodyCheck();
    List<Row> rows = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    for (CannedCsv.Line line : lines) {
      String pointer = "/lines/" + line.number();
      String name = check.line(pointer + "/name", line.name(), CannedRules.NAME_LENGTH);
      String content = CannedRules.content(check, pointer + "/content", line.content());
      List<UUID> scope = new ArrayList<>();
      for (String typed : line.departments()) {
        UUID id = known.get(PlainText.nameKey(typed));
        if (id == null) {
          check.wrong(pointer + "/departments", "unknown-department", "No such department.");
        } else if (!scope.contains(id)) {
          scope.add(id);
        }
      }
      Long earlier = seen.putIfAbsent(PlainText.nameKey(name), line.number());
      if (earlier != null && !name.isEmpty()) {
        check.wrong(pointer + "/name", "duplicate", "The same name as in line " + earlier + ".");
      }
      rows.add(new Row(pointer, new CannedRules.Checked(name, content, scope, List.of())));
    }
    Set<String> taken = messages.namesTaken(tenantId, seen.keySet());
    for (Row row : rows) {
      if (taken.contains(row.checked().nameKey())) {
        check.wrong(row.pointer() + "/name", "canned-message-name-exists", "This name is taken.");
      }
    }
    check.done();
    return rows;
  }

  private void stage(CannedImport running, List<Row> rows) {
    List<String> places = messages.freePlaces(running.tenantId);
    if (places.size() < rows.size()) {
      throw CannedService.limitReached();
    }
    int next = 0;
    for (Row row : rows) {
      CannedMessage message = new CannedMessage();
      message.id = Ids.next();
      message.tenantId = running.tenantId;
      message.importId = running.id;
      row.checked().applyTo(message);
      boolean stored = false;
      while (!stored) {
        if (next >= places.size()) {
          places = messages.freePlaces(running.tenantId);
          next = 0;
        }
        if (places.isEmpty()) {
          throw CannedService.limitReached();
        }
        message.place = places.get(next++);
        stored = stored(message, row);
      }
    }
  }

  private boolean stored(CannedMessage message, Row row) {
    try {
      documents.insert(messages.mongoCollection(), message, entries -> {});
      return true;
    } catch (DuplicateKeyException taken) {
      if (messages.nameTaken(message.tenantId, message.nameKey)) {
        throw ProblemException.invalid(
            row.pointer() + "/name", "canned-message-name-exists", "This name is taken.");
      }
      return false;
    }
  }

  private boolean moved(CannedImport running, String state) {
    return collection()
            .updateOne(
                Filters.and(
                    Filters.eq("_id", running.id), Filters.eq("state", CannedImport.STAGING)),
                Updates.set("state", state))
            .getModifiedCount()
        > 0;
  }

  private void abandon(CannedImport running) {
    if (moved(running, CannedImport.ABANDONED)) {
      drop(running);
    }
  }

  private void drop(CannedImport abandoned) {
    messages.dropImport(abandoned.id);
    collection().deleteOne(Filters.eq("_id", abandoned.id));
  }

  private void show(CannedImport committed) {
    for (CannedMessage staged : messages.ofImport(committed.id)) {
      documents.change(
          messages.mongoCollection(),
          staged,
          message -> message.importId = null,
          edited -> {
            CannedEvents.changed(edited.entries(), edited.after());
            edited
                .entries()
                .audit("canned-message.imported", committed.actorId, staged.id, Set.of());
          });
    }
    collection().deleteOne(Filters.eq("_id", committed.id));
  }

  private MongoCollection<CannedImport> collection() {
    return imports.mongoCollection();
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    Instant before = clock.instant().minus(PATIENCE);
    for (CannedImport left :
        collection().find(Filters.lt("createdAt", before)).limit(SWEEP_BATCH)) {
      switch (left.state) {
        case CannedImport.COMMITTED -> show(left);
        case CannedImport.ABANDONED -> drop(left);
        default -> abandon(left);
      }
    }
  }
}
