package io.dakenh.config.widget;

import io.dakenh.config.department.Department;
import io.dakenh.config.staff.Staff;
import io.dakenh.config.widget.PublicWidget.PublicAgent;
import io.dakenh.config.widget.PublicWidget.PublicDepartment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Among whom visitors may choose. */
record People(List<PublicDepartment> departments, List<PublicAgent> agents) {
  /** Nobody: where visitors choose nothing. */
  static final People NONE = new People(List.of(), List.of());

  /**
   * Departments in the order of creation; in each, active people in the owner's order. Who is in
   * several departments is listed with the first.
   */
  static People of(List<Department> departments, List<Staff> staff) {
    Map<UUID, Staff> active = new HashMap<>();
    staff.stream().filter(person -> person.active).forEach(person -> active.put(person.id, person));
    List<PublicDepartment> listed = new ArrayList<>();
    List<PublicAgent> agents = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (Department department : departments) {
      listed.add(new PublicDepartment(department.id, department.name, department.pictureUrl));
      for (UUID agentId : department.agentIds) {
        Staff person = active.get(agentId);
        if (person != null && seen.add(agentId)) {
          agents.add(new PublicAgent(person.id, person.name, person.avatarUrl, department.id));
        }
      }
    }
    return new People(List.copyOf(listed), List.copyOf(agents));
  }
}
