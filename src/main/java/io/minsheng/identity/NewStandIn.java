package io.minsheng.identity;

import java.time.LocalDate;

/**
 * A stand-in to be named.
 *
 * @param absent user name of the one who will be away; null for the person who asks
 * @param standIn user name of the one who does the work
 * @param from the first day
 * @param to the last day
 */
public record NewStandIn(String absent, String standIn, LocalDate from, LocalDate to) {
}
