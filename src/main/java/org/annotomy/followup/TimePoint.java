package org.annotomy.followup;

/**
 * When images were made.
 *
 * @param name as shown, such as {@code Baseline} or {@code Week 8}
 * @param days since the baseline; NaN if unknown. Dates are not kept: they tell of the patient
 */
public record TimePoint(String name, double days) {}
