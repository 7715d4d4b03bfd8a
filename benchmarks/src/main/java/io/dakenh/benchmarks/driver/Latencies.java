package io.dakenh.benchmarks.driver;

import java.util.Arrays;

/** Every latency of a run, so that percentiles are exact. */
final class Latencies {
  private static final int FIRST_CAPACITY = 1 << 16;

  private long[] nanos = new long[FIRST_CAPACITY];
  private int count;

  void add(long value) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = value;
  }

  int count() {
    return count;
  }

  /** Of the sorted values, the smallest that is at least as large as this share of them. */
  double micros(double percent) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(count * percent / 100) - 1;
    return sorted[Math.clamp(index, 0, count - 1)] / 1e3;
  }
}
