package io.dakenh.livetalk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /** Time over which clients are asked to come back when this replica stops. */
    @WithDefault("2s")
    Duration reconnectSpread();
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
}
