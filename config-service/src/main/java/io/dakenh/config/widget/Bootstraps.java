package io.dakenh.config.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.config.ServiceSettings;
import io.dakenh.contracts.config.WidgetPublished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Public widget documents in memory: rendered when first asked for, replaced when the settings
 * change here, dropped when another replica announces a newer version. A document found here costs
 * no query. Keys that do not exist are remembered for a moment, so that a website with a mistyped
 * key does not reach the store either.
 */
@ApplicationScoped
class Bootstraps {
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  private final WidgetRepository widgets;
  private final WidgetDocuments making;
  private final Cache<String, Bootstrap> known;
  private final Cache<String, Boolean> unknown;

  @Inject
  Bootstraps(WidgetRepository widgets, WidgetDocuments making, ServiceSettings settings) {
    this.widgets = widgets;
    this.making = making;
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(settings.bootstrap().cacheMaxBytes())
            .weigher((String key, Bootstrap bootstrap) -> bootstrap.weight())
            .build();
    this.unknown =
        Caffeine.newBuilder()
            .maximumSize(settings.bootstrap().unknownMaxKeys())
            .expireAfterWrite(UNKNOWN_FOR)
            .build();
  }

  /** The document if it is in memory. */
  @Nullable Bootstrap cached(String widgetKey) {
    return known.getIfPresent(widgetKey);
  }

  /** Whether the key was not found a moment ago. */
  boolean knownAsUnknown(String widgetKey) {
    return unknown.getIfPresent(widgetKey) != null;
  }

  /** Reads the document from the store and keeps it. Many asking at once lead to one query. */
  Optional<Bootstrap> load(String widgetKey) {
    Bootstrap loaded =
        known.get(widgetKey, key -> widgets.findByKey(key).flatMap(this::ready).orElse(null));
    if (loaded == null) {
      unknown.put(widgetKey, Boolean.TRUE);
    }
    return Optional.ofNullable(loaded);
  }

  /** A document of the time before the sections is made now; it is stored with its next change. */
  private Optional<Bootstrap> ready(Widget widget) {
    if (widget.suspended) {
      return Optional.empty();
    }
    String rendered = widget.rendered;
    if (rendered != null) {
      return Optional.of(Bootstrap.of(widget, rendered));
    }
    return making
        .make(widget.tenantId)
        .filter(made -> !made.suspended())
        .map(
            made -> {
              made.applyTo(widget);
              return Bootstrap.of(widget, made.rendered());
            });
  }

  /** The widget changed here. A slower, older write never replaces a newer document. */
  void changed(Widget widget) {
    Bootstrap served = known.getIfPresent(widget.widgetKey);
    if (served != null && served.version() >= widget.version) {
      return;
    }
    Optional<Bootstrap> ready = ready(widget);
    if (ready.isEmpty()) {
      known.invalidate(widget.widgetKey);
      return;
    }
    known
        .asMap()
        .compute(
            widget.widgetKey,
            (key, present) ->
                present == null || present.version() < widget.version ? ready.get() : present);
    unknown.invalidate(widget.widgetKey);
  }

  /** Some replica serves a new version: forget an older one. */
  void published(WidgetPublished event) {
    known
        .asMap()
        .computeIfPresent(
            event.widgetKey(),
            (key, present) -> present.version() < event.version() ? null : present);
    unknown.invalidate(event.widgetKey());
  }
}
