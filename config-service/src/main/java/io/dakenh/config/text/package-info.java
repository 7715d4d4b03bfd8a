/** Rules about text that people type: what a name may contain, when two names are the same. */
@NullMarked
package io.dakenh.config.text;

import org.jspecify.annotations.NullMarked;
