package io.dakenh.livetalk;

import io.dakenh.platform.mail.SmtpSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of livetalk-service, {@code dakenh.livetalk.*}; checked when the service starts. */
@ConfigMapping(prefix = "dakenh.livetalk")
public interface LivetalkConfig {
  /** Tokens of visitors. */
  @Valid
  VisitorToken visitorToken();

  /** New visitor sessions. */
  @Valid
  VisitorSessions visitorSessions();

  /** Sockets. */
  @Valid
  Socket socket();

  /** The message writer. */
  @Valid
  Messages messages();

  /** Agents' presence. */
  @Valid
  Presence presence();

  /** Automatic messages. */
  @Valid
  Sequences sequences();

  /** Files people send. */
  @Valid
  Attachments attachments();

  /** Conversations. */
  @Valid
  Conversations conversations();

  /** Where the connector serves the copies of customers' files. */
  @WithDefault("http://localhost:8086")
  URI channelsUrl();

  /** Mail to people. */
  @Valid
  Mail mail();

  /** Who visitors are on the business's own website. */
  @Valid
  Identify identify();

  /** Notices on agents' devices. */
  @Valid
  Push push();

  /** Data of people on request, and what a business's policy lets go. */
  @Valid
  PersonalData personalData();

  /** Address of the suite as people reach it, without a slash at the end; links begin with it. */
  @WithDefault("http://localhost:8080")
  @Pattern(
      regexp = "https?://[^\\s/]+",
      message = "dakenh.livetalk.public-url must be an http(s) address without a slash at the end")
  String publicUrl();

  /**
   * The other replicas as {@code host:port}; a name that stands for many, like that of a headless
   * service, is enough, and this replica may be among them. None: it is alone.
   */
  Optional<List<@Pattern(regexp = "[^\\s:]+:\\d{1,5}") String>> peers();

  /** The streams between replicas. */
  @Valid
  Peer peer();

  /** The streams between replicas. */
  interface Peer {
    /** Address this replica is dialled at by others; never to be reached from outside. */
    @WithDefault("0.0.0.0")
    String host();

    /** Port this replica is dialled at by others. */
    @Min(0)
    @Max(65_535)
    @WithDefault("8092")
    int port();

    /** What replicas know each other by; all share it. Needed where there are peers. */
    Optional<@Size(min = 32, max = 512) String> secret();

    /** How often the names of peers are looked up. */
    @WithDefault("3s")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 60)
    Duration lookup();

    /** A peer that says nothing for this long counts as lost. */
    @WithDefault("5s")
    @DurationMin(millis = 500)
    @DurationMax(seconds = 60)
    Duration silence();

    /** Bytes that may wait for a slow peer before the stream to it is cut. */
    @Min(65_536)
    @WithDefault("4194304")
    int queueBytes();
  }

  /** Calls. */
  @Valid
  Calls calls();

  /** Programs of businesses. */
  @Valid
  ApiKeys apiKeys();

  /** What programs of businesses are told. */
  @Valid
  Webhooks webhooks();

  /** What programs of businesses are told. */
  interface Webhooks {
    /**
     * {@code host:port} of servers that may be told things although they are in a private network,
     * {@code host:*} for any port; for suites on one machine.
     */
    Optional<List<String>> privateHosts();

    /** How long one attempt may take. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 30)
    Duration timeout();

    /** How long to wait after each attempt that failed; after the last one nothing is tried. */
    @WithDefault("10s,1m,5m,15m,1h,2h,4h,8h,9h")
    @Size(min = 1, max = 20)
    List<Duration> pauses();

    /** How long an endpoint that failed once is left alone; doubles up to five minutes. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    Duration firstHold();

    /** An endpoint that took nothing for this long is disabled. */
    @WithDefault("P3D")
    Duration disableAfter();

    /** Endpoints worked on at the same time, at each replica. */
    @Min(1)
    @Max(256)
    @WithDefault("16")
    int workers();

    /** How long owners see how deliveries went. */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    Duration keep();

    /** How often a replica looks for what another one left behind. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration sweep();
  }

  /** Programs of businesses. */
  interface ApiKeys {
    /** Requests one key may make per minute, at each replica. */
    @Min(1)
    @WithDefault("300")
    int perMinute();
  }

  /** Calls. */
  interface Calls {
    /** STUN servers browsers ask for their own address; none: they tell only what they know. */
    Optional<List<@Pattern(regexp = "stuns?:.+") String>> stunUrls();

    /** TURN servers that pass media on where browsers cannot reach each other; needs the secret. */
    Optional<List<@Pattern(regexp = "turns?:.+") String>> turnUrls();

    /** Secret shared with the TURN servers, from which passwords are made. */
    Optional<@Size(min = 16, max = 512) String> turnSecret();

    /**
     * How long such a password is good; longer than any call, as it may be needed in the middle.
     */
    @WithDefault("12h")
    @DurationMin(minutes = 5)
    Duration turnLifetime();

    /** Businesses (ids, or {@code *}) whose media goes through the TURN servers only. */
    Optional<List<String>> relayOnly();

    /** A call is taken for good once media flows; until then for this long. */
    @WithDefault("10s")
    @DurationMin(seconds = 1)
    Duration claim();

    /** How long a further agent may take until media flows. */
    @WithDefault("20s")
    @DurationMin(seconds = 1)
    Duration connect();

    /** How long a visitor's call rings at most, should routing never say anything. */
    @WithDefault("65m")
    @DurationMin(minutes = 1)
    Duration ringAtMost();

    /** How long a visitor is called back. */
    @WithDefault("45s")
    @DurationMin(seconds = 1)
    Duration callBackRing();

    /** How long a colleague is asked into a call. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration inviteRing();

    /** How often billing is told that a call goes on. */
    @WithDefault("15s")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration beat();

    /** How long after the last sign of life an agent counts as gone; browsers give one in 5 s. */
    @WithDefault("20s")
    @DurationMin(seconds = 1)
    Duration lost();

    /** The same for the visitor. */
    @WithDefault("30s")
    @DurationMin(seconds = 1)
    Duration visitorLost();

    /**
     * How long browsers may take to come back once this service is there again: until then nobody's
     * silence counts. Longer than the longest pause between their attempts.
     */
    @WithDefault("40s")
    @DurationMin(seconds = 0)
    Duration comeBack();

    /** Calls a visitor may start per minute. */
    @Min(1)
    @WithDefault("6")
    int startsPerMinute();

    /** How often a replica looks for what another one left behind. */
    @WithDefault("1s")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 60)
    Duration sweep();
  }

  /** Conversations. */
  interface Conversations {
    /**
     * What a visitor writes this long after the end goes on with the same conversation; later it
     * begins a new one.
     */
    @WithDefault("P1D")
    @DurationMax(days = 366)
    Duration reopenWithin();

    /** How often a replica looks for snoozed conversations another one left behind. */
    @WithDefault("1s")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 60)
    Duration snoozeSweep();
  }

  /** Tokens of visitors. */
  interface VisitorToken {
    /** Secret that signs visitors' tokens (HMAC-SHA256); all replicas share it. */
    @Size(min = 32, max = 512)
    String key();

    /** How long a token is good; the widget asks for a new one in time and keeps its visitor. */
    @WithDefault("P1D")
    Duration lifetime();
  }

  /** New visitor sessions. */
  interface VisitorSessions {
    /** Sessions one address may ask for per minute and business. */
    @Min(1)
    @WithDefault("60")
    int perMinute();
  }

  /** Sockets. */
  interface Socket {
    /** How often a client is asked to send a ping. */
    @Min(1)
    @WithDefault("25")
    int pingSeconds();

    /** A socket silent for this long is closed with 4001. */
    @WithDefault("75s")
    Duration silence();

    /** Frames of one socket being worked on; with more, the socket is not read. */
    @Min(1)
    @Max(1024)
    @WithDefault("64")
    int framesInFlight();

    /** Bytes that may wait for a slow reader before it is cut with 4002. */
    @Min(16_384)
    @WithDefault("262144")
    int outboundBytes();

    /** Largest frame a client may send. */
    @Min(1024)
    @WithDefault("65536")
    int frameBytes();

    /** Malformed frames after which a socket is closed with 4500. */
    @Min(1)
    @WithDefault("3")
    int malformedFrames();

    /** Longest time over which clients are asked to come back when this replica stops. */
    @WithDefault("20s")
    Duration reconnectSpread();

    /** How many are asked to come back in a second, while that keeps within the longest time. */
    @Min(1)
    @WithDefault("100")
    int reconnectsPerSecond();
  }

  /** The message writer. */
  interface Messages {
    /** Messages that may wait for the writer; more are refused as temporarily unavailable. */
    @Min(1)
    @WithDefault("8192")
    int queued();

    /** Messages stored by one statement at most. */
    @Min(1)
    @WithDefault("512")
    int batch();

    /** A sender has an answer after this time, even while the database is away. */
    @WithDefault("1700ms")
    Duration answerWithin();
  }

  /** Automatic messages. */
  interface Sequences {
    /**
     * How often a replica with nothing to do looks for what another one left behind when it died.
     * Own work never waits for this: it is timed exactly.
     */
    @WithDefault("1s")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 60)
    Duration sweep();

    /** Conversations looked at in one transaction. */
    @Min(1)
    @Max(1000)
    @WithDefault("128")
    int batch();
  }

  /** Agents' presence. */
  interface Presence {
    /** How long an agent stays online after the last socket closed. */
    @WithDefault("15s")
    Duration grace();

    /** How often a replica says that it lives; three missed beats count as dead. */
    @WithDefault("5s")
    Duration beat();
  }

  /** Files people send. */
  interface Attachments {
    /** Secret that signs the addresses of files (HMAC-SHA256); all replicas share it. */
    @Size(min = 32, max = 512)
    String linkKey();

    /** How long an address is good at least. */
    @WithDefault("P1D")
    @DurationMin(minutes = 1)
    Duration linkLifetime();

    /** Largest file. The server's own limit on bodies must not be smaller. */
    @Min(1024)
    @WithDefault("20971520")
    long mostBytes();

    /** Types that are taken, by content; pictures and sounds only those that can be decoded. */
    @Size(min = 1)
    @WithDefault(
        "image/png,image/jpeg,image/webp,image/gif,audio/mpeg,audio/wav,audio/ogg,audio/mp4,"
            + "video/mp4,video/quicktime,application/pdf,text/plain,text/csv,application/zip,"
            + "application/msword,application/vnd.ms-excel,application/vnd.ms-powerpoint,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
            + "application/vnd.openxmlformats-officedocument.presentationml.presentation,"
            + "application/vnd.oasis.opendocument.text,"
            + "application/vnd.oasis.opendocument.spreadsheet")
    List<String> types();

    /** What all files of one business may take together. */
    @Min(1)
    @WithDefault("10240")
    int tenantMegabytes();

    /** Files one person may have uploaded to one conversation without sending them. */
    @Min(1)
    @WithDefault("20")
    int unsent();

    /** How often files that no message carries are looked for. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration sweep();
  }

  /** Mail to people; the name beside the address is the business's. */
  interface Mail extends SmtpSettings {
    /** How often a replica looks for mail another one left behind. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration sweep();

    /** Transcripts one business may have sent per hour. */
    @Min(1)
    @WithDefault("200")
    int transcriptsPerHour();
  }

  /** Who visitors are on the business's own website. */
  interface Identify {
    /** Secret from which each business's own is made; all replicas share it. */
    @Size(min = 32, max = 512)
    String key();

    /** Identities one address may tell per minute. */
    @Min(1)
    @WithDefault("60")
    int perMinute();
  }

  /** Notices on agents' devices. */
  interface Push {
    /** Whom the services of browsers may write to when our notices trouble them. */
    @WithDefault("mailto:admin@localhost.localdomain")
    String subject();

    /** Hosts of the push services of browsers; {@code *.} stands for any host below. */
    @WithDefault(
        "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com")
    List<String> hosts();

    /** How long such a service may take. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration timeout();
  }

  /** Data of people on request, and what a business's policy lets go. */
  interface PersonalData {
    /** How long an export can be fetched. */
    @WithDefault("P7D")
    @DurationMin(hours = 1)
    Duration exportLifetime();

    /** How often conversations that are older than a business keeps them are looked for. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    Duration sweep();

    /** Conversations let go in one transaction. */
    @Min(1)
    @Max(1000)
    @WithDefault("50")
    int batch();
  }
}
