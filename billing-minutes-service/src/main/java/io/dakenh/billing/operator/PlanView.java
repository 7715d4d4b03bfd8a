package io.dakenh.billing.operator;

import io.dakenh.billing.plan.Plan;

/** A plan as an operator sees it. */
record PlanView(
    String code,
    String name,
    long monthlySeconds,
    int incrementSeconds,
    String exhaustedPolicy,
    long version) {
  static PlanView of(Plan plan) {
    return new PlanView(
        plan.code(),
        plan.name(),
        plan.monthlySeconds(),
        plan.incrementSeconds(),
        plan.exhausted().code(),
        plan.version());
  }
}
