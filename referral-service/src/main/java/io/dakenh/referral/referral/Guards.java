package io.dakenh.referral.referral;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.referral.ReferralConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-up must not be to count: one of the referring business's own, one of an owner who was
 * here before, or one of many from the same place.
 *
 * <p>The guards are asked in an order in which the plainest reason comes first; each is one
 * statement that says whether it holds.
 */
@ApplicationScoped
class Guards {
  private static final String REFERRER_ACTIVE =
      "select not exists (select 1 from business where tenant_id = ? and status = 'active')";

  /** A visit that is not kept any more was too long ago. */
  private static final String EXPIRED =
      """
      select not exists (
        select 1 from click where id = ? and tenant_id = ?
        and clicked_at between ?::timestamptz and ?::timestamptz)""";

  private static final String SAME_OWNER =
      """
      select exists (
        select 1 from business a join business b on b.owner_hash = a.owner_hash
        where a.tenant_id = ? and b.tenant_id = ?)""";

  private static final String SAME_DOMAIN =
      """
      select exists (
        select 1 from business a join business b on b.owner_domain_hash = a.owner_domain_hash
        where a.tenant_id = ? and b.tenant_id = ?)""";

  /** An older business of the owner, or another of the domain that this business brought before. */
  private static final String REPEATED =
      """
      select exists (
        select 1 from business a join business b
          on b.owner_hash = a.owner_hash and b.tenant_id <> a.tenant_id
        where a.tenant_id = ?
        union all
        select 1 from business a
        join business b on b.owner_domain_hash = a.owner_domain_hash and b.tenant_id <> a.tenant_id
        join referral r on r.referred_tenant_id = b.tenant_id and r.tenant_id = ?
        where a.tenant_id = ?)""";

  /** Up the line of who brought whom; its length is bounded in case it is a ring. */
  private static final String LOOP =
      """
      with recursive line (tenant_id, depth) as (
        select r.tenant_id, 1 from referral r where r.referred_tenant_id = ?
        union all
        select r.tenant_id, l.depth + 1 from line l
        join referral r on r.referred_tenant_id = l.tenant_id where l.depth < 20
      )
      select exists (
        select 1 from line l
        join business up on up.tenant_id = l.tenant_id
        join business b on b.tenant_id = ?
        where up.tenant_id = b.tenant_id or up.owner_hash = b.owner_hash
          or up.owner_domain_hash = b.owner_domain_hash)""";

  private static final String SAME_DEVICE =
      """
      select exists (
        select 1 from click c join owner_device d
          on d.address_hash = c.address_hash and d.device_hash = c.device_hash
        where c.id = ? and d.tenant_id = ?)""";

  private static final String CROWDED =
      """
      select count(*) >= ? from referral r
      join click c on c.id = r.click_id
      where r.registered_at > ?::timestamptz
        and c.address_hash = (select address_hash from click where id = ?)""";

  private final AgroalDataSource database;
  private final ReferralConfig config;

  @Inject
  Guards(AgroalDataSource database, ReferralConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * Why a sign-up does not count, empty when it does.
   *
   * @param clickId the visit that led to it, null when a code was typed: then nothing is known of
   *     when and where
   */
  @Transactional
  Optional<RejectionReason> judge(
      UUID referrer, UUID referred, @Nullable UUID clickId, Instant signedUpAt) {
    if (referrer.equals(referred)) {
      return Optional.of(RejectionReason.SELF_REFERRAL);
    }
    try (Connection connection = database.getConnection()) {
      if (holds(connection, REFERRER_ACTIVE, List.of(referrer))) {
        return Optional.of(RejectionReason.REFERRER_SUSPENDED);
      }
      if (clickId != null && expired(connection, referrer, clickId, signedUpAt)) {
        return Optional.of(RejectionReason.ATTRIBUTION_EXPIRED);
      }
      Optional<RejectionReason> owner = owner(connection, referrer, referred);
      return owner.isPresent() || clickId == null
          ? owner
          : place(connection, referrer, clickId, signedUpAt);
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private boolean expired(Connection connection, UUID referrer, UUID clickId, Instant signedUpAt)
      throws SQLException {
    return holds(
        connection,
        EXPIRED,
        List.of(
            clickId,
            referrer,
            signedUpAt.minus(config.attribution()).atOffset(ZoneOffset.UTC),
            signedUpAt.plus(config.guards().window()).atOffset(ZoneOffset.UTC)));
  }

  private static Optional<RejectionReason> owner(
      Connection connection, UUID referrer, UUID referred) throws SQLException {
    if (holds(connection, SAME_OWNER, List.of(referrer, referred))) {
      return Optional.of(RejectionReason.SAME_OWNER);
    }
    if (holds(connection, SAME_DOMAIN, List.of(referrer, referred))) {
      return Optional.of(RejectionReason.SAME_DOMAIN);
    }
    if (holds(connection, LOOP, List.of(referrer, referred))) {
      return Optional.of(RejectionReason.LOOP);
    }
    return holds(connection, REPEATED, List.of(referred, referrer, referred))
        ? Optional.of(RejectionReason.REPEATED)
        : Optional.empty();
  }

  private Optional<RejectionReason> place(
      Connection connection, UUID referrer, UUID clickId, Instant signedUpAt) throws SQLException {
    if (holds(connection, SAME_DEVICE, List.of(clickId, referrer))) {
      return Optional.of(RejectionReason.SAME_DEVICE);
    }
    boolean crowded =
        holds(
            connection,
            CROWDED,
            List.of(
                config.guards().signUpsPerAddress(),
                signedUpAt.minus(config.guards().window()).atOffset(ZoneOffset.UTC),
                clickId));
    return crowded ? Optional.of(RejectionReason.TOO_MANY_FROM_ONE_PLACE) : Optional.empty();
  }

  private static boolean holds(Connection connection, String sql, List<Object> parameters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        select.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
