package io.dakenh.channels.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.channels.event.Fixtures;
import io.dakenh.channels.event.Incoming;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of the fact sheet, as it comes in. */
class FacebookEventsTest {
  private final FacebookEvents events = new FacebookEvents();

  @ParameterizedTest
  @CsvSource({
    "text,MESSAGE text 7100000000000001 m_AAA1 Xin_chào_shop -",
    "quick-reply,MESSAGE text 7100000000000001 m_AAA2 Red -",
    "reply,MESSAGE text 7100000000000001 m_AAA3 this_one -",
    "attachments,MESSAGE image 7100000000000001 m_AAA4 - image+video+audio+file",
    "sticker,MESSAGE sticker 7100000000000001 m_AAA5 - sticker",
    "sticker-old,MESSAGE sticker 7100000000000001 m_AAA5 - sticker",
    "location,MESSAGE location 7100000000000001 m_AAA6 - -",
    "fallback,MESSAGE link 7100000000000001 m_AAA7 https://example.test/x/Example -",
    "template,MESSAGE template 7100000000000001 m_AAA8 Áo/199k -",
    "shared-post,MESSAGE link 7100000000000001 m_AAA9 Sale/https://www.facebook.com/900100200300400/posts/555 -",
    "unknown-attachment,MESSAGE unsupported 7100000000000001 m_AAC1 - -",
    "deleted,DELETED text 7100000000000001 m_AAA1 - -",
    "unsupported,MESSAGE unsupported 7100000000000001 m_AAB1 - -",
    "from-ad,MESSAGE text 7100000000000001 m_AAB2 Hi -",
    "echo,ECHO text 7100000000000001 m_OUT1 Hello -",
    "echo-wrong-way-round,ECHO text 7100000000000001 m_OUT2 Hello -",
    "delivery,DELIVERED text 7100000000000001 null - -",
    "delivery-watermark,DELIVERED text 7100000000000001 null - -",
    "read,READ text 7100000000000001 null - -",
    "postback,MESSAGE postback 7100000000000001 m_PB1 Get_started -",
    "postback-old,MESSAGE postback 7100000000000001 postback:1790000000001 Get_started -",
    "postback-plugin,MESSAGE postback ref:abc-1 postback:1790000000001 Chat -",
    "referral,NOTICE referral 7100000000000001 null - -",
    "reaction,REACTED text 7100000000000001 m_OUT1 - -",
    "unreact,UNREACTED text 7100000000000001 m_OUT1 - -",
    "edit,EDITED text 7100000000000001 m_AAA1 Xin_chào_quý_shop -",
    "edit-text-number,EDITED text 7100000000000001 m_AAA1 Xin_chào -",
    "optin,NOTICE notice 7100000000000001 null - -",
    "pass-thread,NOTICE notice 7100000000000001 null - -",
    "take-thread,NOTICE notice 7100000000000001 null - -",
    "request-thread,NOTICE notice 7100000000000001 null - -",
    "ids-as-numbers,MESSAGE text 7100000000000001 m_NUM1 số -",
    "comment,MESSAGE comment 7200000000000009 555_777 Giá_bao_nhiêu? image",
    "comment-reply,MESSAGE comment 7200000000000009 555_779 Còn_không? -",
    "comment-old,MESSAGE comment 7200000000000009 555_780 cũ -",
    "comment-edited,EDITED comment 7200000000000009 555_777 Giá? -",
    "comment-removed,DELETED comment 7200000000000009 555_777 - -",
    "comment-hidden,HIDDEN comment 7200000000000009 555_777 - -",
    "comment-shown,SHOWN comment 7200000000000009 555_777 - -",
    "comment-ours,ECHO comment 900100200300400 555_778 Dạ_199k -"
  })
  void reads(String fixture, String summary) throws IOException {
    List<Incoming> read = events.read(Fixtures.read("facebook", fixture));

    assertThat(read).hasSize(1);
    assertThat(Fixtures.summary(read.getFirst())).isEqualTo(summary);
    assertThat(read.getFirst().account()).isEqualTo("900100200300400");
    assertThat(read.getFirst().dedupeKey()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"policy", "policy-old", "post-reaction"})
  void passesOverWhatIsAboutNobody(String fixture) throws IOException {
    assertThat(events.read(Fixtures.read("facebook", fixture))).isEmpty();
  }

  @Test
  void keepsWhatAMessageAnswersAndWhereItsWriterCameFrom() throws IOException {
    Incoming reply = events.read(Fixtures.read("facebook", "reply")).getFirst();
    Incoming fromAd = events.read(Fixtures.read("facebook", "from-ad")).getFirst();
    Incoming tap = events.read(Fixtures.read("facebook", "quick-reply")).getFirst();

    assertThat(reply.replyTo()).isEqualTo("m_AAA1");
    assertThat(tap.payload()).isEqualTo("COLOR_RED");
    assertThat(fromAd.fromAd()).isTrue();
    assertThat(fromAd.referral())
        .isEqualTo(
            new Incoming.Referral(
                "ads", "campaign-7", "2300000000001", "Sale", "900100200300400_1"));
  }

  @Test
  void keepsWhatNamesOurOwnMessage() throws IOException {
    Incoming echo = events.read(Fixtures.read("facebook", "echo")).getFirst();

    assertThat(echo.correlation()).isEqualTo("our-correlation-id");
    assertThat(echo.author()).isEqualTo("440011");
  }

  @Test
  void namesTheThreadOfAReplyAfterItsTopComment() throws IOException {
    Incoming reply = events.read(Fixtures.read("facebook", "comment-reply")).getFirst();

    assertThat(reply.thread()).isEqualTo("555_777");
    assertThat(reply.surface()).isEqualTo("comment");
    assertThat(reply.at()).isEqualTo(1790000004000L);
  }

  @Test
  void tellsTheSameEventFromAnother() throws IOException {
    String first = events.read(Fixtures.read("facebook", "edit")).getFirst().dedupeKey();
    String second =
        events.read(Fixtures.read("facebook", "edit-text-number")).getFirst().dedupeKey();

    assertThat(first).isNotEqualTo(second);
    assertThat(events.read(Fixtures.read("facebook", "edit")).getFirst().dedupeKey())
        .isEqualTo(first);
  }

  @Test
  void oneBrokenItemCostsNoOther() throws IOException {
    JsonNode delivery =
        new ObjectMapper()
            .readTree(
                """
                {"object": "page", "entry": [
                  {"id": "1", "messaging": [{}, {"sender": {"id": "2"}, "message": {"mid": "m", "text": "a"}}]},
                  {"id": 3, "standby": [{"sender": {"id": 4}, "message": {"mid": "n", "text": "b"}}]},
                  7, {"id": "5", "messaging": "none"}]}""");

    assertThat(events.read(delivery))
        .extracting(Incoming::account, Incoming::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "a"),
            org.assertj.core.groups.Tuple.tuple("3", "b"));
  }

  @Test
  void otherObjectsAreNotOurs() throws IOException {
    assertThat(
            events.read(
                new ObjectMapper().readTree("{\"object\": \"instagram\", \"entry\": [{}]}")))
        .isEmpty();
  }
}
