package io.dakenh.benchmarks.driver;

/** What idle sockets cost the server processes. */
public record IdleResult(
    String target,
    int sockets,
    double seconds,
    double rssKilobytesPerSocket,
    double cpuMicrosPerSocketSecond) {}
