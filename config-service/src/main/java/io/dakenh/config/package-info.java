/**
 * Configuration of the suite: tenants, people, departments, every section of the settings, the
 * public widget document, and the console's files.
 *
 * <p>The main path: the console sends a {@code PUT} or {@code PATCH} with {@code If-Match} to a
 * resource ({@code DepartmentResource}); the service of the feature checks it ({@code BodyCheck})
 * and changes one document through {@link io.dakenh.config.storage.Documents}, which writes fields,
 * version, event and audit entry in one atomic update; {@link
 * io.dakenh.config.storage.PendingRelay} sends the event at once, and every other service keeps its
 * own projection of it.
 *
 * <p>Settings live in sections ({@link io.dakenh.config.section.SectionDocument}): what they may
 * contain says {@link io.dakenh.config.content.Contents}; a publish is one such write, which also
 * carries work on other documents ({@link io.dakenh.config.storage.PendingEffect}): the version
 * history and the rendering of the public widget document.
 *
 * <p>A business or a person comes into being by {@link io.dakenh.config.provisioning.Provisioning}:
 * a small saga over Keycloak and our documents that any replica can take up after a crash.
 *
 * <p>The public side is {@link io.dakenh.config.widget.WidgetDocuments} and the route in front of
 * it: bytes rendered once per change, served from memory.
 */
@NullMarked
package io.dakenh.config;

import org.jspecify.annotations.NullMarked;
