/** What all resources of this service answer alike. */
@NullMarked
package io.dakenh.config.http;

import org.jspecify.annotations.NullMarked;
