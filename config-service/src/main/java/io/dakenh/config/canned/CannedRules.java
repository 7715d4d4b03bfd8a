package io.dakenh.config.canned;

import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.PlainText;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a canned message may look like. */
@ApplicationScoped
class CannedRules {
  /** How many a business may have. */
  static final int MOST = 500;

  static final int NAME_LENGTH = 80;
  static final int CONTENT_LENGTH = 5_000;
  private static final int MEDIA_MOST = 5;
  private static final int DEPARTMENTS_MOST = 100;

  private final DepartmentRepository departments;
  private final MediaLibrary media;

  @Inject
  CannedRules(DepartmentRepository departments, MediaLibrary media) {
    this.departments = departments;
    this.media = media;
  }

  /** A checked message. */
  record Checked(String name, String content, List<UUID> departmentIds, List<UUID> mediaIds) {
    String nameKey() {
      return PlainText.nameKey(name);
    }

    void applyTo(CannedMessage message) {
      message.name = name;
      message.nameKey = nameKey();
      message.content = content;
      message.departmentIds = new ArrayList<>(departmentIds);
      message.mediaIds = new ArrayList<>(mediaIds);
    }
  }

  Checked check(UUID tenantId, @Nullable CannedBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    String name = check.line("/name", body.name(), NAME_LENGTH);
    String content = content(check, "/content", body.content());
    List<UUID> scope = departments(check, tenantId, body.departmentIds());
    List<UUID> attached = attached(check, tenantId, body.mediaIds());
    check.done();
    return new Checked(name, content, scope, attached);
  }

  /** Text of several lines that must not be empty; line ends become one kind. */
  static String content(BodyCheck check, String pointer, @Nullable String typed) {
    if (typed == null) {
      check.wrong(pointer, "required", "This value is required.");
      return "";
    }
    String content =
        check.lines(pointer, typed.replace("\r\n", "\n").replace('\r', '\n'), CONTENT_LENGTH);
    if (content.isEmpty()) {
      check.wrong(pointer, "not-blank", "This value must not be empty.");
    }
    return content;
  }

  private List<UUID> departments(
      BodyCheck check, UUID tenantId, @Nullable List<@Nullable String> typed) {
    if (typed == null) {
      return List.of();
    }
    if (typed.size() > DEPARTMENTS_MOST) {
      check.wrong("/departmentIds", "too-many", "At most " + DEPARTMENTS_MOST + " departments.");
      return List.of();
    }
    Set<UUID> known = departments.livingAmong(tenantId, ids(typed));
    return each(check, "/departmentIds", typed, known, "unknown-department");
  }

  private List<UUID> attached(
      BodyCheck check, UUID tenantId, @Nullable List<@Nullable String> typed) {
    if (typed == null || typed.isEmpty()) {
      return List.of();
    }
    if (typed.size() > MEDIA_MOST) {
      check.wrong("/mediaIds", "too-many", "At most " + MEDIA_MOST + " pictures.");
      return List.of();
    }
    Map<UUID, MediaView> found = media.claim(tenantId, ids(typed));
    Set<UUID> pictures = new LinkedHashSet<>();
    found.forEach(
        (id, view) -> {
          if (view.kind().equals("image")) {
            pictures.add(id);
          }
        });
    return each(check, "/mediaIds", typed, pictures, "unknown-media");
  }

  private static List<UUID> each(
      BodyCheck check,
      String pointer,
      List<@Nullable String> typed,
      Set<UUID> known,
      String unknown) {
    Set<UUID> seen = new LinkedHashSet<>();
    for (int i = 0; i < typed.size(); i++) {
      UUID id = id(typed.get(i));
      if (id == null || !known.contains(id)) {
        check.wrong(pointer + "/" + i, unknown, "There is none of this id in this business.");
      } else if (!seen.add(id)) {
        check.wrong(pointer + "/" + i, "duplicate", "This one is listed twice.");
      }
    }
    return List.copyOf(seen);
  }

  private static List<UUID> ids(List<@Nullable String> typed) {
    List<UUID> ids = new ArrayList<>();
    for (String one : typed) {
      UUID id = id(one);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
