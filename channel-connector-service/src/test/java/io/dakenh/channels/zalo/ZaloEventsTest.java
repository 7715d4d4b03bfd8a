package io.dakenh.channels.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.event.Fixtures;
import io.dakenh.channels.event.Incoming;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of the fact sheet, as it comes in. */
class ZaloEventsTest {
  private final ZaloEvents events = new ZaloEvents();

  @ParameterizedTest
  @CsvSource({
    "text,MESSAGE text 6600000000000000001 a1 Shop_ơi -",
    "image,MESSAGE image 6600000000000000001 m-image mẫu_này image",
    "gif,MESSAGE image 6600000000000000001 m-gif - image",
    "link,MESSAGE link 6600000000000000001 m-link Example/https://example.test/x -",
    "audio,MESSAGE audio 6600000000000000001 m-audio - audio",
    "video,MESSAGE video 6600000000000000001 m-video - video",
    "sticker,MESSAGE sticker 6600000000000000001 m-sticker - sticker",
    "location,MESSAGE location 6600000000000000001 m-location - -",
    "file,MESSAGE file 6600000000000000001 m-file - file",
    "business-card,MESSAGE contact-shared 6600000000000000001 m-business_card 84900000000 -",
    "received,DELIVERED text 6600000000000000001 null - -",
    "received-template,DELIVERED text 6600000000000000001 null - -",
    "seen,READ text 6600000000000000001 null - -",
    "echo-tool,ECHO text 6600000000000000001 c1 Dạ_còn_ạ -",
    "echo-image,ECHO image 6600000000000000001 c2 - image",
    "echo-gif,ECHO image 6600000000000000001 c4 - image",
    "echo-file,ECHO file 6600000000000000001 c5 - file",
    "echo-sticker,ECHO sticker 6600000000000000001 c6 - sticker",
    "echo-list,ECHO template 6600000000000000001 c7 Danh_sách -",
    "echo-template,ECHO template 6600000000000000001 c3 Title/https://example.test/x -",
    "follow,FOLLOWED follow 6600000000000000001 null - -",
    "unfollow,UNFOLLOWED unfollow 6600000000000000001 null - -",
    "submit-info,MESSAGE contact-shared 6600000000000000001 user_submit_info:1790000000123 Lan/84900000000/1_Demo_Street -",
    "submit-info-old,MESSAGE contact-shared 6600000000000000001 user_submit_info:1790000000123 Lan/84900000000/1_Demo_Street/2/1/HCMC -",
    "reaction,REACTED text 6600000000000000001 c1 - -",
    "reaction-oa,REACTED text 6600000000000000001 a1 - -",
    "chat-now,FOLLOWED notice 6600000000000000001 null - -",
    "anonymous,MESSAGE text anon-9f1c d1 Hello -",
    "anonymous-image,MESSAGE image anon-9f1c d3 - image",
    "echo-anonymous,ECHO text anon-9f1c d2 Chào_bạn -",
    "withdraw,ERASE text 6600000000000000001 null - -",
    "call,NOTICE notice 6600000000000000001 null - -",
    "consent,NOTICE notice 6600000000000000001 null - -",
    "feedback,NOTICE notice 6600000000000000001 null - -",
    "widget,NOTICE notice 6600000000000000001 null - -",
    "unknown-message,MESSAGE unsupported 6600000000000000001 h1 - -"
  })
  void reads(String fixture, String summary) throws IOException {
    List<Incoming> read = events.read(Fixtures.read("zalo", fixture));

    assertThat(read).hasSize(1);
    assertThat(Fixtures.summary(read.getFirst())).isEqualTo(summary);
    assertThat(read.getFirst().account()).isEqualTo("7700000000000000001");
    assertThat(read.getFirst().dedupeKey()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"group", "tag", "quota"})
  void passesOverWhatIsAboutNobodyOrMany(String fixture) throws IOException {
    assertThat(events.read(Fixtures.read("zalo", fixture))).isEmpty();
  }

  @Test
  void keepsWhatIsNeededLater() throws IOException {
    assertThat(one("text").replyTo()).isEqualTo("a0");
    assertThat(one("anonymous").conversation()).isEqualTo("conv-77");
    assertThat(one("business-card").phone()).isEqualTo("84900000000");
    assertThat(one("submit-info-old").phone()).isEqualTo("84900000000");
    assertThat(one("reaction").emoji()).isEqualTo("❤");
    assertThat(one("seen").externalIds()).containsExactly("b1", "b2");
    assertThat(one("received-template").externalIds()).containsExactly("b2");
    assertThat(one("location").place()).isEqualTo(new Incoming.Place("10.7769", "106.7009", null));
    assertThat(one("echo-tool").author()).isEqualTo("8800000000000000001");
    assertThat(one("file").files().getFirst().name()).isEqualTo("d.pdf");
  }

  private Incoming one(String fixture) throws IOException {
    return events.read(Fixtures.read("zalo", fixture)).getFirst();
  }
}
