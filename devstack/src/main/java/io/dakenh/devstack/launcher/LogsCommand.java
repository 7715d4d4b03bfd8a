package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the last lines of the logs. */
@Command(name = "logs", description = "the last lines of one part, or of each")
final class LogsCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PART",
      description = "for example livetalk, or livetalk-2")
  private @Nullable String part;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "40",
      description = "how many lines (default: ${DEFAULT-VALUE})")
  private int lines = 40;

  @Override
  public Integer call() throws IOException {
    Path folder = common.layout().logs();
    List<Path> files = files(folder);
    String wanted = part;
    PrintStream out = Launcher.results();
    if (wanted == null) {
      for (Path file : files) {
        out.println("==> " + name(file) + " <==");
        out.println(BackendPart.tail(file, lines));
      }
      return 0;
    }
    Path file =
        files.stream()
            .filter(candidate -> name(candidate).equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new LauncherException(
                        "no log of '"
                            + wanted
                            + "'; there are: "
                            + String.join(", ", files.stream().map(LogsCommand::name).toList())));
    out.println(BackendPart.tail(file, lines));
    return 0;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return Folders.name(file).replaceFirst("\\.log$", "");
  }
}
