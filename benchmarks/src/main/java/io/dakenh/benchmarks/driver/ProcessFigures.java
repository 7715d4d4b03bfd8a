package io.dakenh.benchmarks.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** CPU time and memory of processes and their children, from /proc. */
public record ProcessFigures(double cpuSeconds, long rssKilobytes) {
  /** The kernel reports times in hundredths of a second, whatever its own clock does. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int UTIME = 11;
  private static final int STIME = 12;

  /** The sum over the processes and all they started that is alive. */
  public static ProcessFigures of(Set<Long> pids) {
    double cpu = 0;
    long rss = 0;
    for (long root : pids) {
      ProcessHandle handle = ProcessHandle.of(root).orElse(null);
      if (handle == null) {
        throw new IllegalStateException("a measured process is gone: " + root);
      }
      List<ProcessHandle> family = Stream.concat(Stream.of(handle), handle.descendants()).toList();
      for (ProcessHandle each : family) {
        ProcessFigures own = of(each);
        cpu += own.cpuSeconds;
        rss += own.rssKilobytes;
      }
    }
    return new ProcessFigures(cpu, rss);
  }

  private static ProcessFigures of(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    try {
      return new ProcessFigures(
          cpuSeconds(Files.readString(folder.resolve("stat"))),
          rssKilobytes(Files.readString(folder.resolve("status"))));
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new IllegalStateException("cannot read the figures of " + process.pid(), e);
      }
      // A child that ended in this moment, such as an autovacuum worker, counts no more.
      return new ProcessFigures(0, 0);
    }
  }

  /** User and system time; the name in parentheses may hold spaces. */
  static double cpuSeconds(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_PER_SECOND;
  }

  /** Kernel threads and zombies have none. */
  static long rssKilobytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
