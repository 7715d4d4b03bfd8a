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
import io.dakenh.config.content.Warning;
import io.dakenh.config.content.Websites;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A section as the owner sees it.
 *
 * @param version as in the ETag
 * @param publishedVersion 0: still the defaults
 * @param published content that is in force
 * @param draft content that is not
 * @param warnings about the draft, or about what is published when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionView(
    String section,
    long version,
    long publishedVersion,
    @Nullable Instant publishedAt,
    @Nullable Person publishedBy,
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
        Object published,
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
        @Nullable Object draft,
    @Nullable Instant draftUpdatedAt,
    @Nullable Person draftUpdatedBy,
    List<Warning> warnings) {}
