package io.dakenh.benchmarks.driver;

/**
 * What one run showed. Latencies are from the intended moment of sending to arrival at the agent.
 *
 * @param lost sent in the timed part or before and not arrived within the grace
 * @param duplicated arrived again
 * @param reordered arrived before one sent earlier in the same room
 * @param serverCpuSeconds of all server processes during the timed part
 * @param serverRssKilobytes of all server processes at its end
 */
public record RunResult(
    String target,
    double seconds,
    long sent,
    long received,
    long lost,
    long duplicated,
    long reordered,
    double latencyP50Micros,
    double latencyP90Micros,
    double latencyP99Micros,
    double latencyMaxMicros,
    double messagesPerSecond,
    double messagesPerServerCoreSecond,
    double serverCpuSeconds,
    long serverRssKilobytes) {}
