/** Paging, cursors, conditional requests, and files served whole or in part. */
@NullMarked
package io.dakenh.platform.web;

import org.jspecify.annotations.NullMarked;
