package io.dakenh.e2e.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Hears what a page plays: which file, how loud, how long. It stands between the page and the
 * browser's own players, so only what the browser really began to play is heard.
 */
public final class Ears {
  private static final String LISTEN =
      """
      (() => {
        const heard = (window.heard = []);
        window.read = [];
        const files = new WeakMap();
        const path = (url) => new URL(url, location.href).pathname;
        const fetched = window.fetch;
        window.fetch = async (...asked) => {
          const answer = await fetched(...asked);
          const text = answer.text.bind(answer);
          answer.text = async () => {
            const read = await text();
            window.read.push(path(answer.url));
            return read;
          };
          const read = answer.arrayBuffer.bind(answer);
          answer.arrayBuffer = async () => {
            const bytes = await read();
            files.set(bytes, path(answer.url));
            return bytes;
          };
          return answer;
        };
        const decode = BaseAudioContext.prototype.decodeAudioData;
        BaseAudioContext.prototype.decodeAudioData = async function (bytes) {
          const file = files.get(bytes);
          const decoded = await decode.call(this, bytes);
          files.set(decoded, file);
          return decoded;
        };
        const next = new WeakMap();
        const connect = AudioNode.prototype.connect;
        AudioNode.prototype.connect = function (to, ...rest) {
          next.set(this, to);
          return connect.call(this, to, ...rest);
        };
        const start = AudioBufferSourceNode.prototype.start;
        AudioBufferSourceNode.prototype.start = function (...when) {
          let volume = 1;
          let node = next.get(this);
          for (; node instanceof GainNode; node = next.get(node)) volume *= node.gain.value;
          if (node === this.context.destination && this.context.state === 'running')
            heard.push({ file: files.get(this.buffer), volume, seconds: this.buffer.duration });
          return start.apply(this, when);
        };
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
          const tell = () => {
            window.player = this;
            heard.push({ file: path(this.currentSrc), volume: this.volume, seconds: this.duration });
          };
          this.addEventListener('playing', tell, { once: true });
          return play.call(this);
        };
      })();
      """;

  /** What was read is in use once the work that it brought with it is done, and drawn. */
  private static final String WORK_OFF =
      """
      async () => {
        for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
        for (let turn = 0; turn < 2; turn++) await new Promise((done) => requestAnimationFrame(done));
      }
      """;

  private static final int LIVE_MILLIS = 2_000;

  private final Page page;
  private final boolean framed;

  private Ears(Page page, boolean framed) {
    this.page = page;
    this.framed = framed;
  }

  /**
   * Something that was played.
   *
   * @param file path of its address
   * @param percent of full volume
   */
  public record Heard(String file, long percent, double seconds) {}

  /** To be called before the page is opened. */
  public static Ears at(Page page) {
    page.addInitScript(LISTEN);
    return new Ears(page, false);
  }

  /** What is played by the widget's window in this page, rather than by the page. */
  public Ears inWidget() {
    return new Ears(page, true);
  }

  private Frame frame() {
    return framed ? WidgetPage.frame(page) : page.mainFrame();
  }

  /** Waits until so many sounds were heard in all, and returns the last one. */
  public Heard await(int count, int millis) {
    page.waitForCondition(
        () -> heard().size() >= count, new Page.WaitForConditionOptions().setTimeout(millis));
    return heard().getLast();
  }

  /** Waits until an open desk has taken up the settings that a change brings. */
  public void awaitSettings(Runnable change) {
    long before = settingsRead();
    change.run();
    page.waitForCondition(
        () -> settingsRead() > before, new Page.WaitForConditionOptions().setTimeout(LIVE_MILLIS));
    page.evaluate(WORK_OFF);
  }

  private long settingsRead() {
    return ((List<?>) page.evaluate("window.read"))
        .stream().filter(path -> path.toString().endsWith("/desk-settings")).count();
  }

  /** Everything since the page was opened. */
  public List<Heard> heard() {
    List<?> all = (List<?>) frame().evaluate("window.heard");
    return all.stream().map(one -> read((Map<?, ?>) one)).toList();
  }

  /** Volume of the player that began last, in percent. */
  public long percentNow() {
    return Math.round(((Number) page.evaluate("window.player.volume * 100")).doubleValue());
  }

  /** Whether that player is playing. */
  public boolean playing() {
    return Boolean.FALSE.equals(page.evaluate("window.player.paused"));
  }

  private static Heard read(Map<?, ?> one) {
    return new Heard(
        String.valueOf(one.get("file")),
        Math.round(((Number) one.get("volume")).doubleValue() * 100),
        ((Number) one.get("seconds")).doubleValue());
  }
}
