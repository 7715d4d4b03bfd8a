package io.dakenh.config.section;

import java.util.List;

/** All sections; there are only a few, so there are no pages. */
public record SectionList(List<SectionSummary> items) {}
