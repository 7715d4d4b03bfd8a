/**
 * Linking and unlinking: dialogs bound to an owner and a browser, the choice of pages,
 * subscriptions.
 */
@NullMarked
package io.dakenh.channels.link;

import org.jspecify.annotations.NullMarked;
