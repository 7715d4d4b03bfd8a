/**
 * CloudEvents over Kafka: sending, receiving in batches exactly once in effect, dead letters, trace
 * propagation.
 */
@NullMarked
package io.dakenh.platform.event;

import org.jspecify.annotations.NullMarked;
