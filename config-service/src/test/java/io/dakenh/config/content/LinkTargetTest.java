package io.dakenh.config.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinkTargetTest {
  @Test
  void opensWhatEachKindMeans() {
    List.of(
            List.of(
                "facebook", "https://www.facebook.com/hoamai", "https://www.facebook.com/hoamai"),
            List.of("facebook", "facebook.com/hoamai", "https://facebook.com/hoamai"),
            List.of("facebook", "http://fb.com/hoamai?ref=1", "https://fb.com/hoamai?ref=1"),
            List.of("zalo", "0901 234 567", "https://zalo.me/84901234567"),
            List.of("zalo", "+84 901 234 567", "https://zalo.me/84901234567"),
            List.of("whatsapp", "0901234567", "https://wa.me/84901234567"),
            List.of("viber", "0901234567", "viber://chat?number=%2B84901234567"),
            List.of("phone", "028 3822 5678", "tel:+842838225678"),
            List.of("phone", "+1 650-253-0000", "tel:+16502530000"),
            List.of("skype", "live:hoamai.shop", "skype:live:hoamai.shop?chat"),
            List.of("messenger", "hoamai.shop", "https://m.me/hoamai.shop"),
            List.of("messenger", "https://m.me/hoamai.shop", "https://m.me/hoamai.shop"),
            List.of("telegram", "@hoamai", "https://t.me/hoamai"),
            List.of("telegram", "https://t.me/hoamai/", "https://t.me/hoamai"),
            List.of("tiktok", "@hoa.mai", "https://www.tiktok.com/@hoa.mai"),
            List.of("tiktok", "https://www.tiktok.com/@hoa.mai", "https://www.tiktok.com/@hoa.mai"),
            List.of("email", "cskh@hoamai.example", "mailto:cskh@hoamai.example"))
        .forEach(
            example ->
                assertThat(LinkTarget.url(example.get(0), example.get(1)))
                    .as(example.toString())
                    .hasValue(example.get(2)));
  }

  @Test
  @Rows(part = "LNK-4")
  void refusesWhatIsNotOfTheKind() {
    List.of(
            List.of("facebook", "javascript:alert(1)"),
            List.of("facebook", "https://facebook.com.evil.example/a"),
            List.of("facebook", "https://evil.example/facebook.com"),
            List.of("facebook", "https://a@facebook.com/a"),
            List.of("facebook", "https://facebook.com"),
            List.of("zalo", "12345"),
            List.of("zalo", "https://zalo.me/0901234567"),
            List.of("phone", "số của tôi"),
            List.of("skype", "a b"),
            List.of("skype", "echo123?call"),
            List.of("messenger", "https://evil.example/hoamai"),
            List.of("telegram", "javascript:alert(1)"),
            List.of("tiktok", "../admin"),
            List.of("email", "cskh"),
            List.of("email", "cskh@hoamai.example?bcc=x@evil.example"),
            List.of("unknown", "a"))
        .forEach(
            example ->
                assertThat(LinkTarget.url(example.get(0), example.get(1)))
                    .as(example.toString())
                    .isEmpty());
  }

  @Property
  void neverOpensAnythingElse(@ForAll @StringLength(max = 40) String typed) {
    for (String kind : LinkTarget.KINDS) {
      LinkTarget.url(kind, typed)
          .ifPresent(
              url ->
                  assertThat(url)
                      .matches("(https://|tel:\\+|mailto:|skype:|viber://chat\\?number=).+")
                      .doesNotContain(" ", "\"", "<", ">"));
    }
  }
}
