/** Calls to providers: bounded in time, and told apart by whether they may have had an effect. */
@NullMarked
package io.dakenh.channels.http;

import org.jspecify.annotations.NullMarked;
