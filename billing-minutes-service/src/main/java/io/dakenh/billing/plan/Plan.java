package io.dakenh.billing.plan;

/**
 * What a business gets each month, and how calls are charged.
 *
 * @param code stable name
 * @param name as shown, Vietnamese
 * @param monthlySeconds granted for each calendar month
 * @param incrementSeconds calls are charged in multiples of it
 * @param exhausted what becomes of a running call when nothing is left
 * @param version grows by one with each change
 */
public record Plan(
    String code,
    String name,
    long monthlySeconds,
    int incrementSeconds,
    ExhaustedPolicy exhausted,
    long version) {}
