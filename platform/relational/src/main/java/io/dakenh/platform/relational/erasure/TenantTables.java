package io.dakenh.platform.relational.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What a service keeps of a business; one bean per service. */
public interface TenantTables {
  /** What is removed, rows that name others before those they name. */
  List<ErasedRows> erased();

  /** What stays and why; the outbox and the memory of the inbox are known. */
  List<KeptTable> kept();

  /** Opens whatever wall the database has between tenants, for the current transaction. */
  default void open(Connection connection, UUID tenantId) throws SQLException {
    // Most services have no wall in the database.
  }
}
