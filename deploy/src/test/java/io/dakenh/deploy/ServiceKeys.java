package io.dakenh.deploy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Which configuration keys a service has, read from its sources. */
final class ServiceKeys {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)");
  private static final Pattern INJECTED =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("//localhost|localhost:|127\\.0\\.0\\.1:");
  private static final Pattern SECRET = Pattern.compile(".*(password|secret)");

  /** A key of an interface of settings; without a default somebody has to set it. */
  private record Setting(String key, boolean optional, String byDefault) {}

  private final Map<String, String> properties = new TreeMap<>();
  private final List<Setting> settings = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private ServiceKeys(ServiceChart service) {
    Path main = service.folder().resolve("src/main");
    readProperties(main.resolve("resources/application.properties"));
    List<Path> sources = new ArrayList<>(Repository.files(main.resolve("java"), ".java"));
    sources.addAll(Repository.files(Repository.ROOT.resolve("platform/core/src/main"), ".java"));
    if (properties.containsKey("quarkus.datasource.db-kind")) {
      sources.addAll(
          Repository.files(Repository.ROOT.resolve("platform/relational/src/main"), ".java"));
    }
    List<Path> mappings =
        new ArrayList<>(
            Repository.files(Repository.ROOT.resolve("platform/mail/src/main"), "Settings.java"));
    for (Path source : sources) {
      String text = Repository.text(source);
      Matcher injected = INJECTED.matcher(text);
      while (injected.find()) {
        known.add(variable(injected.group(1)));
      }
      if (text.contains("@ConfigMapping(")) {
        mappings.add(source);
      }
    }
    readMappings(mappings);
    settings.forEach(each -> known.add(variable(each.key())));
    properties.forEach(
        (key, value) -> {
          known.add(variable(key));
          placeholders(value).forEach(name -> known.add(variable(name)));
        });
    settings.forEach(
        each -> placeholders(each.byDefault()).forEach(name -> known.add(variable(name))));
  }

  static ServiceKeys of(ServiceChart service) {
    return new ServiceKeys(service);
  }

  /** The environment variable that sets a key. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** Whether the service itself reads this environment variable. */
  boolean reads(String variable) {
    return known.contains(variable);
  }

  /** Whether the service uses this part of Quarkus: it has a key that begins so. */
  boolean uses(String prefix) {
    return properties.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /** What the service's own file says. */
  Optional<String> property(String key) {
    return Optional.ofNullable(properties.get(key));
  }

  /**
   * Keys that somebody has to set where the service runs for good: those without a default, with a
   * default that is an address of the same machine, and passwords. Each with the variables of which
   * one is enough.
   */
  Map<String, Set<String>> required() {
    Map<String, Set<String>> required = new TreeMap<>();
    for (Setting setting : settings) {
      boolean given = properties.containsKey(setting.key());
      if (!given && !setting.optional() && setting.byDefault().isEmpty()) {
        required.put(setting.key(), Set.of(variable(setting.key())));
      } else if (!given && THIS_MACHINE.matcher(setting.byDefault()).find()) {
        required.put(setting.key(), anyOf(setting.key(), setting.byDefault()));
      }
    }
    properties.forEach(
        (key, value) -> {
          boolean secret = SECRET.matcher(key).matches() && !value.startsWith("${");
          if (secret || THIS_MACHINE.matcher(value).find()) {
            required.put(key, anyOf(key, value));
          }
        });
    return required;
  }

  private static Set<String> anyOf(String key, String value) {
    Set<String> variables = new TreeSet<>();
    variables.add(variable(key));
    placeholders(value).forEach(name -> variables.add(variable(name)));
    return variables;
  }

  private static List<String> placeholders(String value) {
    return PLACEHOLDER.matcher(value).results().map(each -> each.group(1)).toList();
  }

  private void readProperties(Path file) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(Repository.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    read.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("%"))
        .forEach(key -> properties.put(key, read.getProperty(key)));
  }

  private void readMappings(List<Path> files) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      List<ClassTree> types = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .forEach(types::add);
      }
      for (ClassTree type : types) {
        Map<String, ClassTree> groups = new HashMap<>();
        types.forEach(each -> groups.put(each.getSimpleName().toString(), each));
        groups.putAll(nested(type));
        argument(type.getModifiers().getAnnotations(), "ConfigMapping")
            .ifPresent(prefix -> collect(prefix, type, groups));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, ClassTree> nested(ClassTree type) {
    Map<String, ClassTree> found = new HashMap<>();
    type.getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(each -> each.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE)
        .forEach(each -> found.put(each.getSimpleName().toString(), each));
    return found;
  }

  private void collect(String prefix, ClassTree type, Map<String, ClassTree> groups) {
    for (var parent : type.getImplementsClause()) {
      Optional.ofNullable(groups.get(parent.toString()))
          .ifPresent(inherited -> collect(prefix, inherited, groups));
    }
    for (var member : type.getMembers()) {
      if (member instanceof MethodTree method) {
        String key = prefix + "." + dashed(method.getName().toString());
        String returned = method.getReturnType().toString();
        if (groups.containsKey(returned)) {
          collect(key, groups.get(returned), groups);
        } else {
          settings.add(
              new Setting(
                  key,
                  returned.startsWith("Optional"),
                  argument(method.getModifiers().getAnnotations(), "WithDefault").orElse("")));
        }
      }
    }
  }

  private static Optional<String> argument(
      List<? extends AnnotationTree> annotations, String name) {
    return annotations.stream()
        .filter(each -> each.getAnnotationType().toString().equals(name))
        .flatMap(each -> each.getArguments().stream())
        .map(ServiceKeys::value)
        .findFirst();
  }

  private static String value(ExpressionTree argument) {
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    return value instanceof LiteralTree literal
        ? String.valueOf(literal.getValue())
        : value.toString();
  }

  private static String dashed(String name) {
    return Stream.of(name.split("(?=[A-Z])"))
        .map(part -> part.toLowerCase(Locale.ROOT))
        .reduce((left, right) -> left + "-" + right)
        .orElseThrow();
  }
}
