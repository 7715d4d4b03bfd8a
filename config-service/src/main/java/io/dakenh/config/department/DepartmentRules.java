package io.dakenh.config.department;

import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.staff.StaffRules;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.PlainText;
import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a department may look like. */
@ApplicationScoped
class DepartmentRules {
  static final List<String> MODES = List.of("sequential", "all", "random");
  static final int NAME_LENGTH = 120;
  static final int PASS_ON_LEAST = 5;
  static final int PASS_ON_MOST = 300;
  static final int PASS_ON_DEFAULT = 20;
  static final int TOTAL_LEAST = 30;
  static final int TOTAL_MOST = 3_600;
  static final int TOTAL_DEFAULT = 300;
  private static final int AGENTS_MOST = 500;

  private final StaffRepository people;
  private final MediaLibrary media;

  @Inject
  DepartmentRules(StaffRepository people, MediaLibrary media) {
    this.people = people;
    this.media = media;
  }

  /** A checked body. */
  record Checked(
      String name,
      String nameKey,
      String allocationMode,
      int passOnSeconds,
      int totalSeconds,
      List<UUID> agentIds,
      @Nullable Boolean makeDefault,
      @Nullable MediaView picture,
      @Nullable Integer capacity,
      boolean preferPreviousAgent,
      @Nullable BusinessHours hours) {
    void applyTo(Department department) {
      department.pictureMediaId = picture == null ? null : picture.id();
      department.pictureUrl = picture == null ? null : picture.url();
      department.name = name;
      department.nameKey = nameKey;
      department.allocationMode = allocationMode;
      department.passOnSeconds = passOnSeconds;
      department.totalSeconds = totalSeconds;
      department.agentIds = new ArrayList<>(agentIds);
      department.capacity = capacity;
      department.preferPreviousAgent = preferPreviousAgent;
      department.hours = hours;
    }
  }

  Checked check(UUID tenantId, @Nullable DepartmentBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    String name = check.line("/name", body.name(), NAME_LENGTH);
    String mode = check.oneOf("/allocationMode", body.allocationMode(), MODES);
    int passOn =
        check.number(
            "/passOnSeconds",
            orElse(body.passOnSeconds(), PASS_ON_DEFAULT),
            PASS_ON_LEAST,
            PASS_ON_MOST);
    int total =
        check.number(
            "/totalSeconds", orElse(body.totalSeconds(), TOTAL_DEFAULT), TOTAL_LEAST, TOTAL_MOST);
    List<UUID> agents = agents(check, tenantId, body.agentIds());
    MediaView picture = picture(check, tenantId, body.pictureMediaId());
    Integer capacity = StaffRules.capacity(check, "/capacity", body.capacity());
    BusinessHours hours = HoursRules.check(check, "/hours", body.hours());
    check.done();
    return new Checked(
        name,
        PlainText.nameKey(name),
        mode,
        passOn,
        total,
        agents,
        body.defaultDepartment(),
        picture,
        capacity,
        Boolean.TRUE.equals(body.preferPreviousAgent()),
        hours);
  }

  private @Nullable MediaView picture(BodyCheck check, UUID tenantId, @Nullable String typed) {
    if (typed == null) {
      return null;
    }
    UUID id = id(typed);
    MediaView found = id == null ? null : media.claim(tenantId, List.of(id)).get(id);
    if (found == null || !found.kind().equals("image")) {
      check.wrong("/pictureMediaId", "unknown-media", "Not an uploaded picture of this business.");
      return null;
    }
    return found;
  }

  private static int orElse(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }

  private List<UUID> agents(
      BodyCheck check, UUID tenantId, @Nullable List<@Nullable String> typed) {
    if (typed == null || typed.isEmpty()) {
      check.wrong("/agentIds", "required", "A department needs at least one agent.");
      return List.of();
    }
    if (typed.size() > AGENTS_MOST) {
      check.wrong("/agentIds", "too-many", "At most " + AGENTS_MOST + " agents.");
      return List.of();
    }
    List<@Nullable UUID> ids = typed.stream().<@Nullable UUID>map(DepartmentRules::id).toList();
    Set<UUID> known =
        people.activeAmong(tenantId, ids.stream().filter(java.util.Objects::nonNull).toList());
    Set<UUID> seen = new LinkedHashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      UUID id = ids.get(i);
      if (id == null || !known.contains(id)) {
        check.wrong("/agentIds/" + i, "unknown-agent", "Not an active person of this business.");
      } else if (!seen.add(id)) {
        check.wrong("/agentIds/" + i, "duplicate", "This agent is listed twice.");
      }
    }
    return List.copyOf(seen);
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
