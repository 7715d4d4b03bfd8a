package io.dakenh.platform.mail;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The mail server, below {@code mail} of a service's settings. */
public interface SmtpSettings {
  /** The mail server; without one this installation sends no mail. */
  Optional<String> host();

  /** Its port. */
  @Min(1)
  @Max(65_535)
  @WithDefault("587")
  int port();

  /** How the way there is kept secret. */
  @WithDefault("starttls")
  Security security();

  /** Who signs in there, if one has to. */
  Optional<String> username();

  /** With which password. */
  Optional<String> password();

  /** Address that mail comes from. */
  @Email
  @WithDefault("no-reply@localhost.localdomain")
  String from();

  /** How long the server may take for each step. */
  @WithDefault("20s")
  @DurationMin(seconds = 1)
  @DurationMax(seconds = 60)
  Duration timeout();

  /** How the way to the mail server is kept secret. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }
}
