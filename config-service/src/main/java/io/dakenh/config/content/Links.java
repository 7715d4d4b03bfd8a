package io.dakenh.config.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Other ways to reach the business.
 *
 * @param layout {@code full}: all icons are visible; {@code collapsed}: behind an arrow
 */
public record Links(String layout, List<Link> items) implements Content {
  private static final List<String> LAYOUTS = List.of("full", "collapsed");
  private static final int MOST = 5;
  private static final int TARGET_LENGTH = 300;
  private static final int DESCRIPTION_LENGTH = 80;

  /**
   * One of them.
   *
   * @param kind see {@link LinkTarget#KINDS}
   * @param target as the owner typed it; empty hides the icon
   * @param description tooltip
   */
  public record Link(UUID id, String kind, String target, String description) {}

  static Links read(Body body) {
    Links links =
        new Links(body.oneOf("layout", LAYOUTS), body.objects("items", MOST, Links::link));
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < links.items.size(); i++) {
      if (!ids.add(links.items.get(i).id)) {
        body.wrongAt("items/" + i + "/id", "duplicate", "Another link has this id.");
      }
    }
    return links;
  }

  private static Link link(Body body) {
    Link link =
        new Link(
            body.id("id"),
            body.oneOf("kind", LinkTarget.KINDS),
            body.optionalLine("target", TARGET_LENGTH),
            body.optionalLine("description", DESCRIPTION_LENGTH));
    if (!link.target.isEmpty()
        && LinkTarget.KINDS.contains(link.kind)
        && LinkTarget.url(link.kind, link.target).isEmpty()) {
      body.wrong("target", LinkTarget.fault(link.kind), LinkTarget.expectation(link.kind));
    }
    return link;
  }

  static Links defaults() {
    return new Links("full", List.of());
  }
}
