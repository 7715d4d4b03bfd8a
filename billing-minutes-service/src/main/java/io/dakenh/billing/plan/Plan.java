package io.dakenh.billing.plan;

/**
 * What a business gets each month.
 *
 * @param code stable name
 * @param name as shown, Vietnamese
 * @param monthlySeconds granted for each calendar month
 */
public record Plan(String code, String name, long monthlySeconds) {}
