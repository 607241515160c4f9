package io.minsheng.demo;

import java.time.Instant;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal.Wish;

/**
 * A row of the sample file and what shall become of it.
 *
 * @param number of the row, from 1
 * @param townshipName as in the file; empty if none
 */
record Sample(int number, Wish wish, String townshipName, Channel channel, Person person, Goal goal, Instant receivedAt) {

    /** The invented author; the e-mail address leads nowhere (RFC 2606 style, example.cn). */
    record Person(String name, String phone, String email) {
    }

    /** A number from 0 to 99 that is always the same for the sample and the question. */
    int dice(String question) {
        int mixed = (question.hashCode() * 31 + number) * 0x9E3779B1;
        return Math.floorMod(mixed ^ mixed >>> 15, 100);
    }

    String key() {
        return "demo.sample.%03d".formatted(number);
    }
}
