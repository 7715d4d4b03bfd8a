package io.dakenh.e2e.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * One side of a call: what its browser really sends and receives, and how loud what it plays is. It
 * stands between the page and the browser, so the product needs nothing for it.
 */
public final class CallSide {
  private static final String WATCH =
      """
      (() => {
        const made = (window.connections = []);
        const Real = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Real {
          constructor(config) {
            super(window.cutOff ? { iceServers: [], iceTransportPolicy: 'relay' }
              : window.relayOnly ? { ...config, iceTransportPolicy: 'relay' } : config);
            made.push(this);
          }
        };
        const counted = new Map();
        window.packets = async (direction, kind) => {
          let count = 0;
          for (const [index, connection] of made.entries()) {
            const name = `${index} ${direction} ${kind}`;
            if (connection.connectionState !== 'closed') {
              let own = 0;
              for (const entry of (await connection.getStats()).values())
                if (entry.type === direction && entry.kind === kind)
                  own += entry.packetsReceived ?? entry.packetsSent ?? 0;
              counted.set(name, Math.max(own, counted.get(name) ?? 0));
            }
            // What a connection that is gone carried stays counted, so the sum only grows.
            count += counted.get(name) ?? 0;
          }
          return count;
        };
        window.relayed = async () => {
          for (const connection of made) {
            const stats = await connection.getStats();
            for (const entry of stats.values()) {
              if (entry.type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded')
                return stats.get(entry.localCandidateId)?.candidateType === 'relay';
            }
          }
          return false;
        };
        window.speaking = [];
        const source = AudioContext.prototype.createMediaElementSource;
        AudioContext.prototype.createMediaElementSource = function (element) {
          const node = source.call(this, element);
          const ear = this.createAnalyser();
          node.connect(ear);
          window.speaking.push({ element, ear });
          return node;
        };
        window.musicLevel = () => {
          let level = 0;
          for (const { element, ear } of window.speaking) {
            if (element.paused) continue;
            const samples = new Float32Array(ear.fftSize);
            ear.getFloatTimeDomainData(samples);
            for (const sample of samples) level = Math.max(level, Math.abs(sample));
          }
          return level;
        };
        window.rings = 0;
        const start = AudioBufferSourceNode.prototype.start;
        AudioBufferSourceNode.prototype.start = function (...when) {
          if (this.loop) window.rings++;
          return start.apply(this, when);
        };
        const stop = AudioBufferSourceNode.prototype.stop;
        AudioBufferSourceNode.prototype.stop = function (...when) {
          if (this.loop) window.rings--;
          return stop.apply(this, when);
        };
      })();
      """;

  private static final int MEDIA_MILLIS = 45_000;

  private final Page page;
  private final boolean framed;

  private CallSide(Page page, boolean framed) {
    this.page = page;
    this.framed = framed;
  }

  /** Of a desk; to be called before the page is opened. */
  public static CallSide desk(Page page) {
    page.addInitScript(WATCH);
    return new CallSide(page, false);
  }

  /** Of a visitor, whose call is in the widget's frame. */
  public static CallSide visitor(Page page) {
    page.addInitScript(WATCH);
    return new CallSide(page, true);
  }

  /** Media of this side goes through the relay only; to be called before the page is opened. */
  public CallSide relayOnly() {
    page.addInitScript("window.relayOnly = true");
    return this;
  }

  private Frame frame() {
    return framed ? WidgetPage.frame(page) : page.mainFrame();
  }

  /** Nothing of this side finds a way to the other; to be called before the page is opened. */
  public CallSide cutOff() {
    page.addInitScript("window.cutOff = true");
    return this;
  }

  /** Packets received or sent so far. */
  public long packets(boolean received, String kind) {
    return ((Number)
            frame()
                .evaluate(
                    "([direction, kind]) => window.packets(direction, kind)",
                    new String[] {received ? "inbound-rtp" : "outbound-rtp", kind}))
        .longValue();
  }

  /** Waits until more of both came in than there is now. */
  public void awaitMedia(boolean pictures) {
    long audio = packets(true, "audio");
    long video = packets(true, "video");
    page.waitForCondition(
        () ->
            packets(true, "audio") > audio + 20
                && packets(false, "audio") > 0
                && (!pictures || packets(true, "video") > video + 10),
        new Page.WaitForConditionOptions().setTimeout(MEDIA_MILLIS));
  }

  /** Whether the way found goes through the relay. */
  public boolean relayed() {
    return Boolean.TRUE.equals(frame().evaluate("() => window.relayed()"));
  }

  /** Level of the waiting music right now, from 0 to 1. */
  public double musicLevel() {
    return ((Number) frame().evaluate("() => window.musicLevel()")).doubleValue();
  }

  /** Waits until the music is heard. */
  public void awaitMusic() {
    page.waitForCondition(
        () -> musicLevel() > 0.01, new Page.WaitForConditionOptions().setTimeout(MEDIA_MILLIS));
  }

  /** Whether a ringtone plays over and over. */
  public boolean rings() {
    return ((Number) frame().evaluate("() => window.rings")).intValue() > 0;
  }

  /** What became of this side, for a message. */
  public Map<?, ?> state() {
    return (Map<?, ?>)
        frame()
            .evaluate(
                "() => ({ connections: window.connections.map((one) => one.connectionState), rings: window.rings })");
  }

  /** An element of this side. */
  public Locator find(String testId) {
    return framed
        ? page.frameLocator("iframe[title='Cửa sổ trò chuyện']").getByTestId(testId)
        : page.getByTestId(testId);
  }
}
