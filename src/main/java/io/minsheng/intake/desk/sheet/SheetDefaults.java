package io.minsheng.intake.desk.sheet;

import java.time.LocalDate;

import io.minsheng.proposal.Channel;

/**
 * What holds for rows that do not say it themselves.
 *
 * @param channel LETTER, DESK, PHONE, or null
 * @param receivedOn or null
 */
public record SheetDefaults(Channel channel, LocalDate receivedOn) {
}
