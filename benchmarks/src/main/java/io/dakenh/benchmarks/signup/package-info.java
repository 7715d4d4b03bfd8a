/** Many businesses are registered, one after the other and some at once. */
@NullMarked
package io.dakenh.benchmarks.signup;

import org.jspecify.annotations.NullMarked;
