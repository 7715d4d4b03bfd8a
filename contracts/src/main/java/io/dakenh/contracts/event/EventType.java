package io.dakenh.contracts.event;

/**
 * One kind of event: its CloudEvents {@code type}, the topic it travels on and the record that is
 * its JSON payload.
 *
 * @param name reverse-DNS type name ending in the major version, for example {@code
 *     io.dakenh.routing.offer.accepted.v1}
 * @param topic Kafka topic; all events of one aggregate share one topic so that keyed order holds
 * @param payload record the JSON value is read into
 */
public record EventType<T extends Record>(String name, Topic topic, Class<T> payload) {
  @Override
  public String toString() {
    return name;
  }
}
