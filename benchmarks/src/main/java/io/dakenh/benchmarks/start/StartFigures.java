package io.dakenh.benchmarks.start;

/**
 * One start.
 *
 * @param firstResponseMilliseconds from the start of the process to its first answer with status
 *     200
 * @param cpuSeconds user and system time until a second after that answer
 * @param rssMegabytes resident memory a second after that answer
 */
public record StartFigures(
    double firstResponseMilliseconds, double cpuSeconds, double rssMegabytes) {}
