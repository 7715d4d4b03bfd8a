package io.dakenh.config.canned;

import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.text.Folding;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds canned messages. A business has few hundreds of them: they are sorted as Vietnamese sorts
 * and searched without accents in memory, which no index of the store does.
 */
@ApplicationScoped
class CannedList {
  private final CannedRepository messages;
  private final DepartmentRepository departments;

  @Inject
  CannedList(CannedRepository messages, DepartmentRepository departments) {
    this.messages = messages;
    this.departments = departments;
  }

  /** All that the caller may use, by name. */
  List<CannedMessage> of(Caller caller, @Nullable String search) {
    UUID tenantId = caller.tenantId();
    String wanted = Folding.fold(search == null ? "" : search);
    Set<UUID> own =
        caller.owner()
            ? Set.of()
            : departments.ofAgent(tenantId, caller.personId()).stream()
                .map(Department::id)
                .collect(Collectors.toSet());
    return messages.all(tenantId).stream()
        .filter(message -> caller.owner() || mayUse(message, own))
        .filter(
            message ->
                wanted.isEmpty()
                    || Folding.fold(message.name).contains(wanted)
                    || Folding.fold(message.content).contains(wanted))
        .sorted(byName())
        .toList();
  }

  Page<CannedView> page(
      Caller caller, @Nullable String search, int limit, @Nullable String cursor) {
    List<CannedMessage> all = of(caller, search);
    return Page.cut(
            all.stream().skip(start(all, cursor)).limit(limit + 1L).toList(),
            limit,
            message -> Cursor.of(message.name, message.id))
        .map(CannedView::of);
  }

  /** Behind the last one of the page before, even if that was renamed or deleted meanwhile. */
  private static long start(List<CannedMessage> all, @Nullable String encoded) {
    Cursor cursor = Cursor.decode(encoded, 2);
    if (cursor == null) {
      return 0;
    }
    CannedMessage last = new CannedMessage();
    last.name = cursor.values().get(0);
    try {
      last.id = UUID.fromString(cursor.values().get(1));
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
    Comparator<CannedMessage> order = byName();
    return all.stream().takeWhile(message -> order.compare(message, last) <= 0).count();
  }

  private static boolean mayUse(CannedMessage message, Set<UUID> own) {
    return message.departmentIds.isEmpty()
        || message.departmentIds.stream().anyMatch(own::contains);
  }

  private static Comparator<CannedMessage> byName() {
    Collator collator = Collator.getInstance(Locale.of("vi"));
    return Comparator.<CannedMessage, String>comparing(message -> message.name, collator::compare)
        .thenComparing(message -> message.name)
        .thenComparing(message -> message.id);
  }
}
