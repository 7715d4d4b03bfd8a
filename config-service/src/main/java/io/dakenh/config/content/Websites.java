package io.dakenh.config.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Websites that may carry the widget.
 *
 * @param allowed hosts; empty: every website
 */
public record Websites(List<String> allowed) implements Content {
  private static final int MOST = 50;
  private static final int LENGTH = 300;

  static Websites read(Body body) {
    List<String> typed = body.texts("allowed", 0, MOST, LENGTH);
    List<String> hosts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < typed.size(); i++) {
      Optional<String> host = WebsiteHost.normalize(typed.get(i));
      if (typed.get(i).isEmpty()) {
        continue;
      }
      if (host.isEmpty()) {
        body.wrongAt(
            "allowed/" + i,
            "website",
            "A host such as example.vn, *.example.vn or localhost:8080.");
      } else if (!seen.add(host.get())) {
        body.wrongAt("allowed/" + i, "duplicate", "This website is listed twice.");
      } else {
        hosts.add(host.get());
      }
    }
    return new Websites(List.copyOf(hosts));
  }

  static Websites defaults() {
    return new Websites(List.of());
  }
}
