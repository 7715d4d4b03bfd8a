package io.dakenh.devstack.launcher;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./dakenh}: reads the command line and runs one command. */
@Command(
    name = "dakenh",
    description = "Đa Kênh on this machine",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      ResetCommand.class,
      DemoCommand.class
    })
public final class Launcher {
  /** Tells the script that a detached suite is ready; never shown. */
  static final String READY_MARK = "@dakenh-ready";

  private static final int FAILED = 1;

  private Launcher() {}

  // console output starts
  /** Progress for people: on standard error, so that standard output is left to results. */
  static Progress progress() {
    return new Progress(System.err);
  }

  /** Results. */
  static PrintStream results() {
    return new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The script that waits for a detached suite sees the end of both streams and returns. */
  static void letGoOfTerminal() {
    System.out.close();
    System.err.close();
  }

  // console output ends

  /** Entry point. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Launcher());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof LauncherException known) {
            progress().plain("dakenh: " + known.getMessage());
            return FAILED;
          }
          throw problem;
        });
    int status = line.execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }
}
