package io.dakenh.config.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.Links;
import io.dakenh.config.content.OfflineForm;
import io.dakenh.config.content.Popups;
import io.dakenh.config.content.Retention;
import io.dakenh.config.content.Sequences;
import io.dakenh.config.content.Sounds;
import io.dakenh.config.content.StartButton;
import io.dakenh.config.content.Websites;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param restoredFrom version whose content it brought back
 * @param changes against the version before
 * @param content only where one version was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionVersion(
    long version,
    Instant publishedAt,
    @Nullable Person publishedBy,
    @Nullable Long restoredFrom,
    List<Change> changes,
    @Schema(
            oneOf = {
              Sounds.class,
              Popups.class,
              Sequences.class,
              StartButton.class,
              ChatWindow.class,
              InteractionButtons.class,
              Links.class,
              Websites.class,
              OfflineForm.class,
              Retention.class
            })
        @Nullable Object content) {}
