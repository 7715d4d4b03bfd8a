package io.dakenh.routing.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom an owner gives a conversation.
 *
 * @param agentId a person of the business who is not offline
 */
public record Assignment(@Nullable UUID agentId) {}
