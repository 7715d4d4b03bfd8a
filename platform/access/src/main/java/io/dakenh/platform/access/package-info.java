/**
 * Who was shut out: people the owner deactivated and businesses that are suspended. Their tokens
 * are good for minutes yet, and are refused within seconds. {@link
 * io.dakenh.platform.access.ShutOutConsumer} hears of them, {@link
 * io.dakenh.platform.access.ShutOut} remembers them, and {@link
 * io.dakenh.platform.access.ShutOutCheck} looks at every token, of requests and sockets alike.
 */
@NullMarked
package io.dakenh.platform.access;

import org.jspecify.annotations.NullMarked;
