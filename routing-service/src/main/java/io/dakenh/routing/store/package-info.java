/**
 * A thin layer over JDBC: SQL stays visible, binding and closing do not repeat. Joins the
 * surrounding transaction.
 */
@NullMarked
package io.dakenh.routing.store;

import org.jspecify.annotations.NullMarked;
