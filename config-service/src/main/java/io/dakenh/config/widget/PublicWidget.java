package io.dakenh.config.widget;

/**
 * The public document: what any visitor of the website may know, and nothing of ours.
 *
 * @param version grows with each publish
 * @param locale language of the business, {@code vi} or {@code en}
 */
record PublicWidget(
    long version,
    String locale,
    String title,
    String description,
    String launcherLabel,
    String greeting,
    String headerColor,
    String textColor,
    String position) {}
