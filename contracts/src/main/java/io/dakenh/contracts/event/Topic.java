package io.dakenh.contracts.event;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kafka topics of the suite, {@code <context>.<aggregate>.v<major>}.
 *
 * <p>The message key is the aggregate's id; for everything inside a conversation it is the
 * conversation's id. Compacted topics carry the latest state of each aggregate, so a new consumer
 * can rebuild its projection from the beginning.
 */
public enum Topic {
  CONFIG_TENANT("config.tenant.v1", true),
  CONFIG_STAFF("config.staff.v1", true),
  CONFIG_DEPARTMENT("config.department.v1", true),
  CONFIG_WIDGET("config.widget.v1", true),
  CONFIG_SECTION("config.section.v1", true),
  CONFIG_CANNED_MESSAGE("config.canned-message.v1", true),
  CONFIG_API_KEY("config.api-key.v1", true),
  CONFIG_TENANT_ERASURE("config.tenant-erasure.v1", false),
  LIVETALK_CONVERSATION("livetalk.conversation.v1", false),
  LIVETALK_MESSAGE("livetalk.message.v1", false),
  LIVETALK_PRESENCE("livetalk.presence.v1", true),
  LIVETALK_CALL("livetalk.call.v1", false),
  LIVETALK_VISITOR("livetalk.visitor.v1", false),
  LIVETALK_AUDIT("livetalk.audit.v1", false),
  ROUTING_OFFER("routing.offer.v1", false),
  ROUTING_ALLOCATION("routing.allocation.v1", false),
  BILLING_ENTITLEMENT("billing.entitlement.v1", true),
  BILLING_HOLD("billing.hold.v1", false),
  REFERRAL_REFERRAL("referral.referral.v1", true),
  REFERRAL_REWARD("referral.reward.v1", false),
  CHANNEL_CHANNEL("channel.channel.v1", true),
  CHANNEL_MESSAGE("channel.message.v1", Duration.ofDays(7)),
  LIVETALK_CHANNEL_REQUEST("livetalk.channel-request.v1", Duration.ofDays(7));

  private final String topicName;
  private final boolean compacted;
  private final @Nullable Duration retention;

  Topic(String topicName, boolean compacted) {
    this.topicName = topicName;
    this.compacted = compacted;
    this.retention = null;
  }

  Topic(String topicName, Duration retention) {
    this.topicName = topicName;
    this.compacted = false;
    this.retention = retention;
  }

  /** Name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** Whether the broker keeps the latest value per key for ever. */
  public boolean compacted() {
    return compacted;
  }

  /**
   * How long the broker may keep events at most, where they carry what people wrote; empty where
   * the broker's own rule stands.
   */
  public Optional<Duration> retention() {
    return Optional.ofNullable(retention);
  }

  /** Dead-letter topic of one consumer group for this topic. */
  public String deadLetterName(String consumerGroup) {
    return consumerGroup + "." + topicName + ".dlq";
  }
}
