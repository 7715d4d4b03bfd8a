package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import org.jspecify.annotations.Nullable;

/** Whose token a call carries. */
final class Callers {
  private static final int INVALID_TOKEN = 190;

  private Callers() {}

  /** The token, dead or alive; null when there is none we made. */
  static @Nullable Token of(Book book, Request request) {
    String header = request.header("Authorization");
    return book.token(
        header.startsWith("Bearer ")
            ? header.substring("Bearer ".length())
            : request.parameter("access_token"));
  }

  /** Why a call is refused; null when its token lives. */
  static @Nullable Reply refusal(@Nullable Token token) {
    if (token == null) {
      return GraphError.of(INVALID_TOKEN, 0, "Invalid OAuth access token.");
    }
    return token.errorCode() == 0
        ? null
        : GraphError.of(token.errorCode(), token.errorSubcode(), "Error validating access token");
  }
}
