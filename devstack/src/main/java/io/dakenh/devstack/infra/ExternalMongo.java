package io.dakenh.devstack.infra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The MongoDB server named by {@code SUITE_MONGO_URL}. */
final class ExternalMongo extends ExternalServer implements MongoBackend {
  private static final Pattern ADDRESS =
      Pattern.compile("mongodb://(?:[^@/]*@)?([^/?,]+?)(?::(\\d+))?(?:[/?,].*)?");
  private static final int DEFAULT_PORT = 27_017;

  private final String connectionString;
  private final String firstServer;

  /** Reads {@code mongodb://user:password@host:port}, options allowed. */
  ExternalMongo(String connectionString) {
    super("the address in SUITE_MONGO_URL");
    Matcher address = ADDRESS.matcher(connectionString);
    if (!address.matches()) {
      throw new InfraException("SUITE_MONGO_URL must look like mongodb://user:password@host:27017");
    }
    this.connectionString = connectionString;
    String port = address.group(2);
    this.firstServer = address.group(1) + ":" + (port == null ? DEFAULT_PORT : port);
  }

  @Override
  public boolean ready() {
    return Ports.accepts(firstServer);
  }

  String firstServer() {
    return firstServer;
  }

  @Override
  public String connectionString() {
    return connectionString;
  }
}
