package io.dakenh.livetalk.settings;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As whom a business's automatic messages speak: the name and picture of section {@code button}.
 */
@ApplicationScoped
public class Faces {
  private final Database database;

  @Inject
  Faces(Database database) {
    this.database = database;
  }

  /** A name and a picture; the business's own name while the owner chose none. */
  public record Face(String name, @Nullable String avatarUrl) {}

  /** The faces of these businesses; none for one nobody has told us of. */
  public Map<UUID, Face> of(Collection<UUID> tenantIds) {
    Map<UUID, Face> faces = new HashMap<>();
    database.list(
        """
        select t.id, coalesce(b.content ->> 'name', t.name), b.content ->> 'avatarUrl'
        from tenant t left join section_settings b on b.tenant_id = t.id and b.section = 'button'
        where t.id = any (?)""",
        row ->
            faces.put(row.getObject(1, UUID.class), new Face(row.getString(2), row.getString(3))),
        (Object) tenantIds.stream().distinct().toArray(UUID[]::new));
    return faces;
  }
}
