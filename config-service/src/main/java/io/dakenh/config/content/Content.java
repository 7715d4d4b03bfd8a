package io.dakenh.config.content;

/** What one section contains. */
public sealed interface Content
    permits Sounds,
        Popups,
        Sequences,
        StartButton,
        ChatWindow,
        InteractionButtons,
        Links,
        Websites,
        OfflineForm,
        Retention {}
