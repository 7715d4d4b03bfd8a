/**
 * Receiving departments: who is offered a conversation, in which order and for how long; exactly
 * one is the default.
 */
@NullMarked
package io.dakenh.config.department;

import org.jspecify.annotations.NullMarked;
