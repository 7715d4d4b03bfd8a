package io.dakenh.devstack.infra;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The PostgreSQL server named by {@code SUITE_POSTGRES_URL}. */
final class ExternalPostgres extends ExternalServer implements PostgresBackend {
  private static final int DEFAULT_PORT = 5432;

  private final URI address;
  private final String username;
  private final String password;

  /**
   * Reads {@code postgresql://user:password@host:port}; the user must be allowed to make roles and
   * databases.
   */
  ExternalPostgres(String url) {
    super(withoutCredentials(url));
    address = URI.create(url);
    String credentials = address.getRawUserInfo();
    if (address.getHost() == null || credentials == null || !credentials.contains(":")) {
      throw new InfraException(
          "SUITE_POSTGRES_URL must look like postgresql://user:password@host:5432");
    }
    String[] parts = credentials.split(":", 2);
    username = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
    password = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
  }

  private static String withoutCredentials(String url) {
    return url.substring(url.lastIndexOf('@') + 1);
  }

  @Override
  public String host() {
    return address.getHost();
  }

  @Override
  public int port() {
    return address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
  }

  @Override
  public String username() {
    return username;
  }

  @Override
  public String password() {
    return password;
  }
}
