package io.dakenh.config.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import io.dakenh.config.ServiceSettings;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes that a website other than this suite's shows the widget. Browsers name the website only
 * when it is another one; each business costs one write, and none of its visitors waits for it.
 */
@ApplicationScoped
class WebsiteSightings {
  private static final Logger LOG = Logger.getLogger(WebsiteSightings.class);
  private static final long BUSINESSES = 50_000;

  private final TenantRepository tenants;
  private final String ownOrigin;
  private final Cache<UUID, Boolean> noted = Caffeine.newBuilder().maximumSize(BUSINESSES).build();

  @Inject
  WebsiteSightings(TenantRepository tenants, ServiceSettings settings) {
    this.tenants = tenants;
    URI own = URI.create(settings.signUp().publicUrl());
    this.ownOrigin = own.getScheme() + "://" + own.getAuthority();
  }

  /** The widget was asked for; by a page of this origin, if the browser says so. */
  void saw(UUID tenantId, @Nullable String origin) {
    if (origin == null
        || origin.equals("null")
        || origin.equals(ownOrigin)
        || noted.getIfPresent(tenantId) != null) {
      return;
    }
    noted.put(tenantId, Boolean.TRUE);
    Thread.ofVirtual().name("sighting").start(() -> note(tenantId));
  }

  private void note(UUID tenantId) {
    try {
      tenants.noteWebsite(tenantId);
    } catch (MongoException away) {
      LOG.debug("the next visitor will be noted instead", away);
      noted.invalidate(tenantId);
    }
  }
}
