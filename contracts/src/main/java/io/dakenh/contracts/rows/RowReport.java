package io.dakenh.contracts.rows;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which row of {@code docs/rows.md} is proven by which test. Reads the sources, so it needs no test
 * run.
 *
 * <p>Arguments: the repository root, and {@code --json} for one JSON array of {@code {"id": …,
 * "tests": […], "partTests": […]}}. Exits with 1 when a test names a row that does not exist.
 */
public final class RowReport {
  private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]+-\\d+) \\| (.+) \\|$");
  private static final Pattern ANNOTATION = Pattern.compile("@Rows\\(([^)]*)\\)");
  private static final Pattern PART = Pattern.compile("part\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern WEB_TITLE =
      Pattern.compile("\\b(?:it|test|describe)(?:\\.each\\([^)]*\\))?\\(\\s*[\"'`]([^\"'`]*)");
  private static final Pattern BRACKETED =
      Pattern.compile("\\[(part )?([A-Z]+-\\d+(?:, ?[A-Z]+-\\d+)*)]");
  private static final Pattern JAVA_NAME =
      Pattern.compile(
          "(?:void|Stream<DynamicTest>)\\s+(\\w+)\\s*\\(|(?:class|interface|record)\\s+(\\w+)");

  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> proofs = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> parts = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();

  private RowReport(List<String> rows) {
    for (String line : rows) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        titles.put(row.group(1), row.group(2));
        proofs.put(row.group(1), new TreeSet<>());
        parts.put(row.group(1), new TreeSet<>());
      }
    }
  }

  /** Reads the list and the tests below a repository root. */
  public static RowReport of(Path root) throws IOException {
    RowReport report =
        new RowReport(Files.readAllLines(root.resolve("docs/rows.md"), StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> !skipped(root.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(report::scan);
    }
    return report;
  }

  /** Row ids in the order of the list, each with the tests that prove it. */
  public Map<String, List<String>> proofs() {
    return listed(proofs);
  }

  /** Row ids in the order of the list, each with the tests that prove a part of it. */
  public Map<String, List<String>> parts() {
    return listed(parts);
  }

  private static Map<String, List<String>> listed(Map<String, TreeSet<String>> tests) {
    return tests.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> List.copyOf(entry.getValue()),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  /** Mentions of rows that the list does not have. */
  public List<String> unknown() {
    return List.copyOf(unknown);
  }

  private void scan(Path file) {
    String name = file.getFileName().toString();
    try {
      if (name.endsWith(".java") && file.toString().contains("/src/test/")) {
        scanJava(Files.readString(file, StandardCharsets.UTF_8), name.replace(".java", ""));
      } else if (name.matches(".*\\.(test|spec)\\.tsx?")) {
        scanWeb(Files.readString(file, StandardCharsets.UTF_8), name);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void scanJava(String source, String className) {
    Matcher annotation = ANNOTATION.matcher(source);
    while (annotation.find()) {
      Matcher name = JAVA_NAME.matcher(source);
      String test = className;
      if (name.find(annotation.end()) && name.group(1) != null) {
        test = className + "." + name.group(1);
      }
      Matcher part = PART.matcher(annotation.group(1));
      String some = part.find() ? part.group(1) : "";
      addQuoted(proofs, annotation.group(1).replace(some, ""), test);
      addQuoted(parts, some, test);
    }
  }

  private void addQuoted(Map<String, TreeSet<String>> to, String ids, String test) {
    Matcher id = QUOTED.matcher(ids);
    while (id.find()) {
      add(to, id.group(1), test);
    }
  }

  private void scanWeb(String source, String fileName) {
    Matcher title = WEB_TITLE.matcher(source);
    while (title.find()) {
      Matcher ids = BRACKETED.matcher(title.group(1));
      while (ids.find()) {
        for (String id : ids.group(2).split(", ?")) {
          add(ids.group(1) == null ? proofs : parts, id, fileName + ": " + title.group(1).strip());
        }
      }
    }
  }

  private void add(Map<String, TreeSet<String>> to, String id, String test) {
    TreeSet<String> tests = to.get(id);
    if (tests == null) {
      unknown.add(id + " in " + test);
    } else {
      tests.add(test);
    }
  }

  private static boolean skipped(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (name.equals("target")
          || name.equals("node_modules")
          || name.equals("dist")
          || (name.startsWith(".") && name.length() > 1)) {
        return true;
      }
    }
    return false;
  }

  private String json() {
    return proofs.entrySet().stream()
        .map(
            entry ->
                "{\"id\":"
                    + quoted(entry.getKey())
                    + ",\"tests\":"
                    + array(entry.getValue())
                    + ",\"partTests\":"
                    + array(parts.getOrDefault(entry.getKey(), new TreeSet<>()))
                    + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String array(TreeSet<String> tests) {
    return tests.stream().map(RowReport::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void print(PrintStream out) {
    proofs.forEach(
        (id, tests) -> {
          out.printf("%-8s %s%n", id, titles.get(id));
          tests.forEach(test -> out.printf("           ✓ %s%n", test));
          parts
              .getOrDefault(id, new TreeSet<>())
              .forEach(test -> out.printf("           · %s%n", test));
        });
    List<String> open =
        proofs.entrySet().stream()
            .filter(e -> e.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    out.printf(
        "%n%d of %d rows have a proving test (✓; a part only: ·). Without one: %s%n",
        proofs.size() - open.size(),
        proofs.size(),
        open.isEmpty() ? "none" : String.join(" ", open));
  }

  // console output starts
  /** Prints the report. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    boolean json = words.contains("--json");
    Path root =
        Path.of(words.stream().filter(word -> !word.startsWith("--")).findFirst().orElse("."));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    RowReport report = of(root);
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    if (!report.unknown().isEmpty()) {
      System.err.println("Not in docs/rows.md: " + String.join(", ", report.unknown()));
      System.exit(1);
    }
  }
  // console output ends
}
