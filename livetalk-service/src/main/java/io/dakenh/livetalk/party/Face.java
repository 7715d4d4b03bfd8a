package io.dakenh.livetalk.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What visitors see in place of every agent of a conversation: the name and picture of its
 * department.
 *
 * @param id of the department; the agents' own ids are not told either
 */
public record Face(UUID id, String name, @Nullable String avatarUrl) {}
