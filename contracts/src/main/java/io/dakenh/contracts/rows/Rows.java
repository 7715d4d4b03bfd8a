package io.dakenh.contracts.rows;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of the product list that a test proves, for example {@code @Rows({"TALK-1",
 * "DEP-3"})}, or of which it proves a part: {@code @Rows(part = "DEP-7")}. {@code ./dakenh rows}
 * collects them; an id that the list does not have fails the build.
 *
 * <p>A row is proven by a test that goes its whole way: through the public interface, and through a
 * browser where a person sees it. Every other test proves a part.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Rows {
  /** Rows proven as a whole, by their ids in {@code docs/rows.md}. */
  String[] value() default {};

  /** Rows of which a part is proven. */
  String[] part() default {};
}
