package io.dakenh.config.sequence;

import java.util.List;

/** What the sequences do in a conversation, in order. */
record TimelineView(List<Step> steps) {}
