package io.minsheng;

import java.time.Instant;

import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.ProposerKind;

/** A suggestion, its author's ways, and what is to become of it. */
record GreatPlan(int number, Channel channel, Fate fate, String township, String email, String phone, String address) {

    /** What becomes of a suggestion. */
    enum Fate {
        REFERRED(Disposition.REFERRED),
        REJECTED(Disposition.REJECTED),
        SPAM(Disposition.REJECTED),
        WITHDRAWN(Disposition.WITHDRAWN),
        NOT_ADOPTED(Disposition.NOT_ADOPTED),
        EXTENDED_THEN_NOT_ADOPTED(Disposition.NOT_ADOPTED),
        RETURNED_THEN_NOT_ADOPTED(Disposition.NOT_ADOPTED),
        SUPPLEMENTED_THEN_RESERVED(Disposition.RESERVED),
        UNMERGED_THEN_RESERVED(Disposition.RESERVED),
        RESERVED(Disposition.RESERVED),
        SPLIT_THEN_REFERRED(Disposition.REFERRED),
        MERGED(Disposition.MERGED),
        LISTED_ADOPTED(Disposition.ADOPTED),
        LISTED_NOT_ADOPTED(Disposition.NOT_ADOPTED);

        private final Disposition end;

        Fate(Disposition end) {
            this.end = end;
        }

        Disposition end() {
            return end;
        }

        /** Out of twenty. */
        static Fate of(int number) {
            return switch (number % 20) {
                case 0, 1 -> REFERRED;
                case 2 -> REJECTED;
                case 3 -> number % 40 == 3 ? SPAM : REJECTED;
                case 4 -> WITHDRAWN;
                case 5, 6 -> NOT_ADOPTED;
                case 7 -> EXTENDED_THEN_NOT_ADOPTED;
                case 8 -> RETURNED_THEN_NOT_ADOPTED;
                case 9 -> SUPPLEMENTED_THEN_RESERVED;
                case 10 -> number % 40 == 10 ? UNMERGED_THEN_RESERVED : RESERVED;
                case 11, 12 -> RESERVED;
                case 13 -> number % 40 == 13 ? SPLIT_THEN_REFERRED : REFERRED;
                // merged into the one that is listed two places on
                case 14, 15 -> MERGED;
                case 16, 17, 18 -> LISTED_ADOPTED;
                default -> LISTED_NOT_ADOPTED;
            };
        }

        boolean listed() {
            return this == LISTED_ADOPTED || this == LISTED_NOT_ADOPTED;
        }

        boolean answered() {
            return this != SPAM && this != WITHDRAWN;
        }
    }

    static GreatPlan of(int number) {
        Channel channel = Channel.values()[number % Channel.values().length];
        boolean mail = channel == Channel.EMAIL || channel == Channel.WEB;
        return new GreatPlan(number, channel, Fate.of(number),
                number % 3 == 0 ? null : number % 3 == 1 ? "tangxiang" : "longgang",
                mail ? "great-" + number + "@example.cn" : null, mail ? null : "1380001" + String.format("%04d", number),
                channel == Channel.LETTER ? "大足区示范路" + number + "号" : null);
    }

    Proposer proposer() {
        return new Proposer(ProposerKind.RESIDENT, "建议人" + number, phone, email, address, true);
    }

    Origin origin(Instant now) {
        return channel == Channel.WEB ? Origin.web(now)
                : new Origin(channel, now, null, null, channel == Channel.DESK ? "tangxiang" : null, null, Consent.NOTICE);
    }
}
