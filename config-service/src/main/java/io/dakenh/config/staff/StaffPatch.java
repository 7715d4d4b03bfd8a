package io.dakenh.config.staff;

import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.MergePatch;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What an owner wants changed of a person. */
final class StaffPatch {
  private static final Set<String> ALLOWED =
      Set.of("name", "role", "active", "avatarUrl", "capacity");

  private StaffPatch() {}

  /** Reads and checks a merge patch; the result applies it. */
  static Consumer<Staff> read(String body) {
    BodyCheck check = new BodyCheck();
    MergePatch patch = MergePatch.read(body, check, ALLOWED);
    Stream.Builder<Consumer<Staff>> edits = Stream.builder();
    patch.text(
        "name",
        value -> {
          String name = check.line("/name", value, StaffRules.NAME_LENGTH);
          edits.add(staff -> staff.name = name);
        });
    patch.text(
        "role",
        value -> {
          String role = check.oneOf("/role", value, StaffRules.ROLES);
          edits.add(staff -> staff.role = role);
        });
    patch.flag("active", value -> edits.add(staff -> staff.active = value));
    patch.text(
        "avatarUrl",
        value -> {
          String url = StaffRules.avatarUrl(check, "/avatarUrl", value);
          edits.add(staff -> staff.avatarUrl = url);
        });
    patch.number(
        "capacity",
        value -> {
          Integer capacity = StaffRules.capacity(check, "/capacity", value);
          edits.add(staff -> staff.capacity = capacity);
        });
    check.done();
    return edits.build().reduce(staff -> {}, Consumer::andThen);
  }
}
