package io.dakenh.benchmarks.driver;

/**
 * What a run asks of a target.
 *
 * @param perSecond open loop at this rate over all rooms; 0: closed loop
 * @param window closed loop: messages under way in each room
 */
public record Load(
    int rooms, int agents, double perSecond, int window, int warmUpSeconds, int seconds) {
  /** Messages leave on schedule, whether or not earlier ones arrived. */
  public static Load rate(int rooms, int agents, double perSecond, int warmUpSeconds, int seconds) {
    return new Load(rooms, agents, perSecond, 0, warmUpSeconds, seconds);
  }

  /** Each room sends its next message when one arrived. */
  public static Load closed(int rooms, int agents, int window, int warmUpSeconds, int seconds) {
    return new Load(rooms, agents, 0, window, warmUpSeconds, seconds);
  }

  boolean open() {
    return perSecond > 0;
  }
}
