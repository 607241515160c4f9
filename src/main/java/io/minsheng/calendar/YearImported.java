package io.minsheng.calendar;

/**
 * The exceptions of a year were imported or replaced; who keeps provisional due dates computes them again.
 *
 * @param year the year
 */
public record YearImported(int year) {
}
