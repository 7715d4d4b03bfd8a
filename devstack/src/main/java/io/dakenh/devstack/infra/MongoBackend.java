package io.dakenh.devstack.infra;

/** A server that speaks the MongoDB wire protocol. */
public interface MongoBackend extends Backend {
  /** What clients call the connection string, without a database. */
  String connectionString();

  @Override
  default String name() {
    return "mongo";
  }
}
