package io.dakenh.benchmarks.bootstrap;

/** What a server answered under load. */
record Load(double requestsPerSecond, double latencyP99Milliseconds) {}
