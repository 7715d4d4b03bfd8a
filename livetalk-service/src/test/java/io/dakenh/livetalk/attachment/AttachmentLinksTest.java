package io.dakenh.livetalk.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AttachmentLinksTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:07:00Z");
  private static final Pattern PARTS = Pattern.compile("expires=(\\d+)&signature=([\\w-]+)");

  private final UUID tenant = UUID.randomUUID();
  private final UUID id = UUID.randomUUID();

  private static AttachmentLinks at(Instant now) {
    return new AttachmentLinks(
        "0123456789abcdef0123456789abcdef", Duration.ofHours(24), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Matcher parts(String url) {
    Matcher matcher = PARTS.matcher(url);
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  private Duration check(Instant now, String url, UUID ofTenant, UUID ofId, Part part) {
    Matcher parts = parts(url);
    return at(now).check(ofTenant, ofId, part, Long.parseLong(parts.group(1)), parts.group(2));
  }

  @Test
  void isGoodForADayAndTheSameForHours() {
    String url = at(NOW).url(tenant, id, Part.FILE);
    assertThat(url).startsWith("/api/livetalk/v1/public/attachments/" + id + "/file?expires=");
    assertThat(at(NOW.plusSeconds(600)).url(tenant, id, Part.FILE)).isEqualTo(url);
    assertThat(check(NOW, url, tenant, id, Part.FILE)).isGreaterThan(Duration.ofHours(24));
    assertThat(check(NOW.plus(Duration.ofHours(24)), url, tenant, id, Part.FILE)).isPositive();
  }

  @Test
  void ends() {
    String url = at(NOW).url(tenant, id, Part.FILE);
    assertThatThrownBy(() -> check(NOW.plus(Duration.ofHours(31)), url, tenant, id, Part.FILE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            ended -> assertThat(ended.code()).isEqualTo("attachment-link-expired"));
  }

  @Test
  void isGoodForNothingElse() {
    String url = at(NOW).url(tenant, id, Part.FILE);
    assertNotFound(() -> check(NOW, url, UUID.randomUUID(), id, Part.FILE));
    assertNotFound(() -> check(NOW, url, tenant, UUID.randomUUID(), Part.FILE));
    assertNotFound(() -> check(NOW, url, tenant, id, Part.THUMBNAIL));
    Matcher parts = parts(url);
    long later = Long.parseLong(parts.group(1)) + 3600;
    assertNotFound(() -> at(NOW).check(tenant, id, Part.FILE, later, parts.group(2)));
    assertNotFound(() -> at(NOW).check(tenant, id, Part.FILE, later, ""));
  }

  private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("attachment-not-found"));
  }
}
