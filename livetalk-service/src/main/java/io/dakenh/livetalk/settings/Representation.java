package io.dakenh.livetalk.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.livetalk.party.Face;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether one face stands for all agents before the visitors of a business, and which. Decided when
 * the section {@code window} arrives and read with the conversation itself, so that a message costs
 * no query more.
 */
public final class Representation {
  /** Joins whoever stands for the agents of the conversation {@code c}; nobody: nulls. */
  public static final String JOIN =
      """
      left join section_settings rs on rs.tenant_id = c.tenant_id and rs.section = 'window' and rs.represents
      left join department rd on rd.tenant_id = rs.tenant_id and rd.id = c.department_id
      left join tenant rt on rt.id = rs.tenant_id
      """;

  /** The three columns of {@link #JOIN} that {@link #face} reads. */
  public static final String COLUMNS =
      "case when rs.represents then coalesce(rd.id, c.tenant_id) end, coalesce(rd.name, rt.name), rd.picture_url";

  private Representation() {}

  /**
   * Whoever chooses an agent by name knows the agents by name: there is nothing left to stand for.
   */
  public static boolean holds(boolean representative, String startMode) {
    return representative && !"agent".equals(startMode);
  }

  /** What the content of the section says. */
  static boolean holds(JsonNode window) {
    return holds(
        window.path("representative").asBoolean(), window.path("startMode").asText("none"));
  }

  /** Reads {@link #COLUMNS}; null where agents stand for themselves. */
  public static @Nullable Face face(ResultSet row, int first) throws SQLException {
    UUID id = row.getObject(first, UUID.class);
    String name = row.getString(first + 1);
    return id == null ? null : new Face(id, name == null ? "" : name, row.getString(first + 2));
  }
}
