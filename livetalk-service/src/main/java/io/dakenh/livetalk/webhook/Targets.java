package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.platform.net.SafeAddress;
import io.dakenh.platform.net.SafeAddress.RefusedException;
import io.dakenh.platform.problem.FieldError;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where we may be sent to. Judged when an endpoint is saved, and anew before each attempt. */
@ApplicationScoped
class Targets {
  private static final int NAME_LENGTH = 80;
  private static final int URL_LENGTH = 2_000;

  private final Set<String> privateHosts;

  @Inject
  Targets(LivetalkConfig config) {
    this.privateHosts = Set.copyOf(config.webhooks().privateHosts().orElse(List.of()));
  }

  SafeAddress judge(String url) throws RefusedException, UnknownHostException {
    return SafeAddress.of(url, privateHosts);
  }

  /** The body with its texts cleaned; everything that is wrong with it at once. */
  EndpointBody check(@Nullable EndpointBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    List<FieldError> errors = new ArrayList<>();
    String name = MessageText.line(body.name() == null ? "" : body.name(), NAME_LENGTH + 1);
    if (name.isEmpty()) {
      errors.add(new FieldError("/name", "not-blank", "This value must not be empty."));
    } else if (name.codePointCount(0, name.length()) > NAME_LENGTH) {
      errors.add(new FieldError("/name", "too-long", "At most " + NAME_LENGTH + " characters."));
    }
    String url = body.url() == null ? "" : body.url().strip();
    checkUrl(url, errors);
    checkEvents(body.chosen(), errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return new EndpointBody(name, url, List.of(body.chosen()), body.active());
  }

  private void checkUrl(String url, List<FieldError> errors) {
    if (url.isEmpty()) {
      errors.add(new FieldError("/url", "required", "This value is required."));
      return;
    }
    if (url.length() > URL_LENGTH) {
      errors.add(new FieldError("/url", "too-long", "At most " + URL_LENGTH + " characters."));
      return;
    }
    try {
      judge(url);
    } catch (RefusedException refused) {
      errors.add(
          new FieldError(
              "/url",
              refused.code(),
              switch (refused.code()) {
                case "https-required" -> "Only https on port 443.";
                case "address-private" -> "This address is not reachable from the internet.";
                default -> "Not an address of the web.";
              }));
    } catch (UnknownHostException unknown) {
      errors.add(new FieldError("/url", "address-unknown", "No server has this name."));
    }
  }

  private static void checkEvents(String[] events, List<FieldError> errors) {
    if (events.length == 0) {
      errors.add(new FieldError("/events", "required", "Choose at least one event."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < events.length; i++) {
      if (!WebhookEvents.ALL.contains(events[i])) {
        String known = "One of " + String.join(", ", WebhookEvents.ALL) + ".";
        errors.add(new FieldError("/events/" + i, "unknown-value", known));
      } else if (!seen.add(events[i])) {
        errors.add(new FieldError("/events/" + i, "duplicate", "This one is listed twice."));
      }
    }
  }
}
