/** The rows of the product list, and which test proves which row. */
@NullMarked
package io.dakenh.contracts.rows;

import org.jspecify.annotations.NullMarked;
