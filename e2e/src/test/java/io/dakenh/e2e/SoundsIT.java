package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.CallSide;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.Ears;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.samples.Sounds;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sounds, from the owner who chooses them to the agent who hears them. */
class SoundsIT {
  private static final int LIVE_MILLIS = 2_000;
  private static final String UPLOADS = "/api/config/v1/public/media/";
  private static final String PRESETS = "/api/config/v1/public/sounds/";
  private static final List<String> USES =
      List.of("message", "newConversation", "audioCall", "videoCall", "waiting");
  private static final Map<String, String> NAMES =
      Map.of(
          "message", "Âm báo tin nhắn",
          "newConversation", "Âm báo cuộc trò chuyện mới",
          "audioCall", "Nhạc chuông cuộc gọi Audio",
          "videoCall", "Nhạc chuông cuộc gọi Video",
          "waiting", "Nhạc chờ cuộc gọi");
  private static final Path LICENCE =
      Path.of(
          System.getProperty("dakenh.root", ".."),
          "config-service/src/main/resources/sounds/README.md");

  private static final String DECODE_ALL =
      """
      async (urls) => {
        const decoder = new OfflineAudioContext(1, 1, 44100);
        const sounds = urls.map(async (url) =>
          decoder.decodeAudioData(await (await fetch(url)).arrayBuffer()));
        return (await Promise.all(sounds)).map((sound) => sound.duration);
      }
      """;

  private Browsers browsers;
  private Business business;
  private String agentToken;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    agentToken = business.token(business.agents().getFirst());
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  /** How messages of Facebook and Zalo sound is the same setting; they come in elsewhere. */
  @Test
  @Rows(
      value = "SND-4",
      part = {"SND-3", "GEN-3"})
  void anAgentHearsWhatTheOwnerChoseAtTheVolumeTheOwnerChose() {
    // Given a desk that stays open, and that somebody touched
    Page agent = browsers.person("vi-VN");
    Ears ears = Ears.at(agent);
    DeskPage desk = DeskPage.signIn(agent, business, business.agents().getFirst()).touch();
    agent.evaluate("window.stillTheSamePage = true");

    // When the owner chooses a file of their own for messages and a preset for new conversations
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("sounds");
    console.choose("/message/source", "Tệp của bạn");
    console.upload("/message/mediaId", "tin nhan.wav", Sounds.wav(1.3));
    assertThat(console.at("/message/mediaId")).containsText("tin nhan.wav");
    console.write("/message/volume", "35");
    console.pick("/newConversation/preset", "Hoa sen").write("/newConversation/volume", "80");
    ears.awaitSettings(console::apply);

    // Then a new conversation sounds like the one, and a message like the other
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm còn hoa ly không?");
    Ears.Heard offer = ears.await(1, LIVE_MILLIS);
    assertThat(offer.file()).isEqualTo(PRESETS + "tone-lotus");
    assertThat(offer.percent()).isEqualTo(80);
    desk.join();
    widget.say("Mình cần mười bông");
    Ears.Heard message = ears.await(2, LIVE_MILLIS);
    assertThat(message.file()).startsWith(UPLOADS);
    assertThat(message.percent()).isEqualTo(35);
    assertThat(message.seconds()).isCloseTo(1.3, within(0.05));

    // And louder, or not at all, as soon as the owner says so
    console.write("/message/volume", "100");
    ears.awaitSettings(console::apply);
    widget.say("Giao trước 9 giờ nhé");
    assertThat(ears.await(3, LIVE_MILLIS).percent()).isEqualTo(100);
    console.turn("/message/enabled", false);
    ears.awaitSettings(console::apply);
    widget.say("Cảm ơn tiệm");
    desk.awaitMessage("Cảm ơn tiệm");
    console.turn("/message/enabled", true);
    ears.awaitSettings(console::apply);
    widget.say("À, gói giấy kraft ạ");
    ears.await(4, LIVE_MILLIS);
    assertThat(ears.heard()).hasSize(4);
    assertThat(agent.evaluate("window.stillTheSamePage")).isEqualTo(true);
  }

  @Test
  @Rows({"SND-1", "SND-5", "SND-6", "SND-7"})
  void callsRingAndTheVisitorHearsMusicUntilSomebodyJoins() {
    // Given a desk and a visitor, both there before the owner chooses
    Page agent = browsers.person("vi-VN");
    Ears ears = Ears.at(agent);
    DeskPage desk = DeskPage.signIn(agent, business, business.agents().getFirst()).touch();
    Page website = browsers.person("vi-VN");
    CallSide visitor = CallSide.visitor(website);
    Ears music = Ears.at(website);
    WidgetPage widget = WidgetPage.visit(website, business).open();
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("sounds");
    console.pick("/message/preset", "Mõ gỗ").write("/message/volume", "30");
    console.pick("/audioCall/preset", "Đàn tranh").write("/audioCall/volume", "40");
    console.pick("/videoCall/preset", "Cổ điển").write("/videoCall/volume", "60");
    console.pick("/waiting/preset", "Đèn lồng").write("/waiting/volume", "80");
    ears.awaitSettings(console::apply);

    // When the visitor calls, the agent hears the one ringtone and the visitor the music
    widget.window().locator("input[autocomplete='name']").fill("Chị Hương");
    widget.window().locator("[data-function='audio']").first().click();
    Ears.Heard audio = ears.await(1, LIVE_MILLIS);
    assertThat(audio.file()).isEqualTo(PRESETS + "ring-zither");
    assertThat(audio.percent()).isEqualTo(40);
    visitor.awaitMusic();
    assertThat(music.inWidget().heard().getLast().file()).isEqualTo(PRESETS + "wait-lantern");

    // And when somebody joins, both are over
    agent.getByTestId("call-answer").click();
    Locator call = widget.window().getByTestId("call");
    assertThat(call).hasAttribute("data-state", "connected");
    website.waitForCondition(() -> visitor.musicLevel() == 0);
    visitor.find("call-hang-up").click();
    assertThat(call).hasAttribute("data-state", "ended");
    visitor.find("call-close").click();

    // And a video call rings in its own way, until it is declined
    int heard = ears.heard().size();
    widget.window().locator("[data-function='video']").first().click();
    Ears.Heard video = ears.await(heard + 1, LIVE_MILLIS);
    assertThat(video.file()).isEqualTo(PRESETS + "ring-classic");
    assertThat(video.percent()).isEqualTo(60);
    visitor.find("call-hang-up").click();
    visitor.find("call-close").click();

    // And a message in the conversation sounds by its own setting
    heard = ears.heard().size();
    widget.say("Tôi nhắn vậy");
    desk.awaitMessage("Tôi nhắn vậy");
    Ears.Heard message = ears.await(heard + 1, LIVE_MILLIS);
    assertThat(message.file()).isEqualTo(PRESETS + "tone-wood");
    assertThat(message.percent()).isEqualTo(30);
  }

  @Test
  @Rows({"SND-2", "SND-8"})
  void everySoundIsAPresetOrAFileAndIsTriedAtItsVolume() throws IOException {
    // Given
    Page owner = browsers.person("vi-VN");
    Ears ears = Ears.at(owner);
    SettingsPage console = SettingsPage.signIn(owner, business).open("sounds");

    // When each is a preset, with a volume of its own
    Map<String, List<String>> presets =
        Map.of(
            "message", List.of("Mõ gỗ", "tone-wood", "0"),
            "newConversation", List.of("Gảy đàn", "tone-pluck", "20"),
            "audioCall", List.of("Đàn tranh", "ring-zither", "40"),
            "videoCall", List.of("Cổ điển", "ring-classic", "60"),
            "waiting", List.of("Đèn lồng", "wait-lantern", "100"));
    int heard = 0;
    for (String use : USES) {
      List<String> preset = presets.get(use);
      console.pick("/" + use + "/preset", preset.get(0));
      console.write("/" + use + "/volume", preset.get(2));
      listen(console, use);
      Ears.Heard tried = ears.await(++heard, LIVE_MILLIS);
      assertThat(tried.file()).isEqualTo(PRESETS + preset.get(1));
      assertThat(tried.percent()).isEqualTo(Long.parseLong(preset.get(2)));
    }

    // Then a volume is heard while it changes, up to its limits, and silence when it is wanted
    console.write("/waiting/volume", "15");
    assertThat(ears.percentNow()).isEqualTo(15);
    assertThat(ears.playing()).isTrue();
    console.button("Dừng " + NAMES.get("waiting")).click();
    assertThat(ears.playing()).isFalse();
    console.write("/waiting/volume", "101");
    console.button("Áp dụng").click();
    assertThat(console.at("/waiting/volume").locator("[aria-invalid='true']")).isVisible();
    console.write("/waiting/volume", "100").apply();
    for (String use : USES) {
      assertThat(served(use).path("url").asText()).isEqualTo(PRESETS + presets.get(use).get(1));
      assertThat(served(use).path("volume").asText()).isEqualTo(presets.get(use).get(2));
    }

    // And there are enough of them, every one can be played, and says whose it is
    JsonNode offered = get("/api/config/v1/presets", business.token(business.owner()));
    assertThat(offered.path("tones")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(offered.path("ringtones")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(offered.path("waiting")).hasSizeGreaterThanOrEqualTo(2);
    assertThat((List<?>) owner.evaluate(DECODE_ALL, urls(offered)))
        .allSatisfy(seconds -> assertThat(((Number) seconds).doubleValue()).isGreaterThan(0.2));
    assertThat(Files.readString(LICENCE)).contains("Own work", "licence");

    // And each may be a file of one's own
    Map<String, byte[]> files =
        Map.of(
            "message", Sounds.mp3(2),
            "newConversation", Sounds.ogg(3),
            "audioCall", Sounds.wav(12),
            "videoCall", Sounds.ogg(30),
            "waiting", Sounds.mp3(240));
    for (String use : USES) {
      console.choose("/" + use + "/source", "Tệp của bạn");
      console.upload("/" + use + "/mediaId", use, files.get(use));
      assertThat(console.at("/" + use + "/mediaId")).containsText(use);
      console.write("/" + use + "/volume", "50");
      listen(console, use);
      assertThat(ears.await(++heard, LIVE_MILLIS).file()).startsWith(UPLOADS);
    }
    console.apply();
    for (String use : USES) {
      assertThat(served(use).path("volume").asInt()).isEqualTo(50);
      assertThat(bytes(served(use).path("url").asText(), "").body()).isEqualTo(files.get(use));
    }
  }

  private static List<String> urls(JsonNode presets) {
    return List.of("tones", "ringtones", "waiting").stream()
        .flatMap(kind -> presets.path(kind).findValuesAsText("url").stream())
        .toList();
  }

  private void listen(SettingsPage console, String use) {
    console.button("Nghe thử " + NAMES.get(use)).click();
  }

  /** What desks get, and of the waiting music what visitors get. */
  private JsonNode served(String use) {
    return use.equals("waiting")
        ? get("/api/config/v1/public/widgets/" + business.widgetKey(), null).at("/sounds/waiting")
        : get("/api/config/v1/desk-settings", agentToken).at("/sounds/" + use);
  }

  private JsonNode get(String path, String token) {
    return business.suite().client().get(token, path).successful().body();
  }

  private APIResponse bytes(String path, String range) {
    RequestOptions options = RequestOptions.create();
    if (!range.isEmpty()) {
      options.setHeader("Range", range);
    }
    return browsers.requests().get(business.suite().url() + path, options);
  }

  @Test
  @Rows("SND-9")
  void uploadsAreJudgedByWhatIsInThemAndServedAsSafariAsks() {
    // Given
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("sounds");
    console.choose("/message/source", "Tệp của bạn");

    // What is no sound, whatever its name, is too long or too big, is refused in words
    refuse(console, "/message/mediaId", "chuong.mp3", Pictures.png(40, 40), "Loại tệp này");
    refuse(console, "/message/mediaId", "chuong.wav", new byte[0], "Tệp này rỗng");
    refuse(console, "/message/mediaId", "chuong.wav", Sounds.wav(10.5), "dài quá mức");
    refuse(console, "/message/mediaId", "chuong.ogg", Sounds.ogg(11), "dài quá mức");
    tooLarge(console, "/message/mediaId", Sounds.mp3(270), "1 MB");

    // And what is one is taken by content, under any name, up to the limits
    take(console, "/message/mediaId", "gio.png", Sounds.wav(10), "audio/wav");
    take(console, "/message/mediaId", "gio.wav", Sounds.mp3(9.9), "audio/mpeg");
    take(console, "/message/mediaId", "gio.mp3", Sounds.ogg(9.9), "audio/ogg");

    // And music may be longer
    console.choose("/waiting/source", "Tệp của bạn");
    refuse(console, "/waiting/mediaId", "nhac.mp3", Sounds.mp3(305), "dài quá mức");
    tooLarge(console, "/waiting/mediaId", Sounds.wav(330), "5 MB");
    take(console, "/waiting/mediaId", "nhac.ogg", Sounds.mp3(299), "audio/mpeg");
  }

  private static void refuse(
      SettingsPage console, String pointer, String name, byte[] bytes, String words) {
    assertThat(console.upload(pointer, name, bytes).ok()).isFalse();
    assertThat(console.refusal(pointer)).containsText(words);
  }

  /** By the page itself, which does not send it. */
  private static void tooLarge(SettingsPage console, String pointer, byte[] bytes, String most) {
    console.choose(pointer, "nhac.mp3", bytes);
    assertThat(console.refusal(pointer)).containsText("quá lớn, nhiều nhất là " + most);
  }

  private void take(
      SettingsPage console, String pointer, String name, byte[] bytes, String contentType) {
    assertThat(console.upload(pointer, name, bytes).status()).isEqualTo(201);
    assertThat(console.at(pointer)).containsText(name);
    assertThat(console.refusal(pointer)).hasCount(0);
    console.apply();
    String url = served(pointer.split("/")[1]).path("url").asText();

    APIResponse whole = bytes(url, "");
    assertThat(whole.headers().get("content-type")).isEqualTo(contentType);
    assertThat(whole.headers().get("accept-ranges")).isEqualTo("bytes");
    assertThat(whole.headers().get("x-content-type-options")).isEqualTo("nosniff");
    assertThat(whole.body()).isEqualTo(bytes);
    // Safari plays nothing from a server that does not answer this one.
    APIResponse first = bytes(url, "bytes=0-1");
    assertThat(first.status()).isEqualTo(206);
    assertThat(first.headers().get("content-range")).isEqualTo("bytes 0-1/" + bytes.length);
    assertThat(first.body()).hasSize(2).startsWith(bytes[0], bytes[1]);
  }
}
