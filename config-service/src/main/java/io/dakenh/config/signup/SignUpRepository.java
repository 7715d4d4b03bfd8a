package io.dakenh.config.signup;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sign-ups that wait for a confirmation. */
@ApplicationScoped
class SignUpRepository implements PanacheMongoRepositoryBase<SignUp, UUID> {
  Optional<SignUp> withToken(String tokenHash) {
    return Optional.ofNullable(
        mongoCollection().find(Filters.eq("tokenHashes", tokenHash)).first());
  }

  long since(String email, Instant since) {
    return mongoCollection()
        .countDocuments(Filters.and(Filters.eq("email", email), Filters.gt("createdAt", since)));
  }

  /** One address opens one business: the other tries are forgotten. */
  void forgetOthers(SignUp confirmed) {
    mongoCollection()
        .deleteMany(
            Filters.and(
                Filters.eq("email", confirmed.email),
                Filters.ne("_id", confirmed.id),
                Filters.eq("confirmedAt", null)));
  }
}
