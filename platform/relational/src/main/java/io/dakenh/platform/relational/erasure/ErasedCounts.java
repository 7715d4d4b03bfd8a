package io.dakenh.platform.relational.erasure;

import io.dakenh.contracts.erasure.TenantErased.Count;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many of what were removed so far, as it stands in the row of an erasure. */
record ErasedCounts(List<Count> counts) {
  static ErasedCounts of(SortedMap<String, Long> counts) {
    return new ErasedCounts(
        counts.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue())).toList());
  }

  SortedMap<String, Long> map() {
    SortedMap<String, Long> map = new TreeMap<>();
    counts.forEach(one -> map.put(one.what(), one.count()));
    return map;
  }
}
