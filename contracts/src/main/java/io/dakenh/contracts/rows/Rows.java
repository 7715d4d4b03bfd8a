package io.dakenh.contracts.rows;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of the product list that a test proves, for example {@code @Rows({"TALK-1",
 * "DEP-3"})}. {@code ./dakenh rows} collects them; an id that the list does not have fails the
 * build.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Rows {
  /** Row ids as in {@code docs/rows.md}. */
  String[] value();
}
