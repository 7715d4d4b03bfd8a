package io.dakenh.referral.code;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Issues codes and knows whose they are. */
@ApplicationScoped
public class ReferralCodes {
  /** With 31⁸ codes a second collision in a row already means that something else is wrong. */
  private static final int ATTEMPTS = 10;

  private static final String FIND =
      "select code, issued_at from referral_code where tenant_id = ?";

  private static final String ISSUE =
      """
      insert into referral_code (tenant_id, code, issued_at) values (?, ?, ?)
      on conflict do nothing""";

  private static final String OWNER = "select tenant_id from referral_code where code = ?";

  private final AgroalDataSource database;
  private final Outbox outbox;
  private final ReferralCodeGenerator generator;
  private final Clock clock;

  @Inject
  ReferralCodes(
      AgroalDataSource database, Outbox outbox, ReferralCodeGenerator generator, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.generator = generator;
    this.clock = clock;
  }

  /**
   * Issues the tenant's code and tells the suite; does nothing when it has one.
   *
   * @param eventId the event that told of the tenant
   */
  @Transactional
  public void issue(UUID tenantId, UUID eventId) {
    try (Connection connection = database.getConnection()) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (find(connection, tenantId).isPresent()) {
          return;
        }
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        ReferralCode code = new ReferralCode(tenantId, generator.next(), now);
        if (insert(connection, code)) {
          outbox.add(
              EventCatalog.REFERRAL_CODE_ISSUED,
              tenantId,
              tenantId,
              new ReferralCodeIssued(tenantId, code.code(), now),
              eventId);
          return;
        }
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
    throw new IllegalStateException("no free referral code after " + ATTEMPTS + " attempts");
  }

  /** Whose code it is, however it was typed. */
  @Transactional
  public Optional<UUID> ownerOf(String typed) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OWNER)) {
      select.setString(1, ReferralCodeGenerator.normalised(typed));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** The code of a business that has one. */
  public String codeOf(UUID tenantId) {
    return get(tenantId).code();
  }

  /**
   * The tenant's code.
   *
   * @throws ProblemException {@code referral-code-not-found} in the moments before it is issued
   */
  @Transactional
  ReferralCode get(UUID tenantId) {
    try (Connection connection = database.getConnection()) {
      return find(connection, tenantId)
          .orElseThrow(() -> ProblemException.notFound("referral-code"));
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private static Optional<ReferralCode> find(Connection connection, UUID tenantId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ReferralCode(
                    tenantId, row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  private static boolean insert(Connection connection, ReferralCode code) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ISSUE)) {
      insert.setObject(1, code.tenantId());
      insert.setString(2, code.code());
      insert.setObject(3, code.issuedAt().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }
}
