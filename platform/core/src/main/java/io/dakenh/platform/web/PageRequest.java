package io.dakenh.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Paging parameters of every list; use with {@code @BeanParam @Valid}. */
public class PageRequest {
  /** Items per page, 1–100. More is an error rather than a silent clamp. */
  @QueryParam("limit")
  @DefaultValue("20")
  @Min(1)
  @Max(100)
  public int limit = 20;

  /** {@code nextCursor} of the page before. */
  @QueryParam("cursor")
  public @Nullable String cursor;
}
