/** Paging, cursors and conditional requests. */
@NullMarked
package io.dakenh.platform.web;

import org.jspecify.annotations.NullMarked;
