package io.minsheng.intake.mail.suggestion;

import java.util.Objects;
import java.util.Set;

import io.minsheng.proposal.index.Grams;

/** Whether two texts of one mail say the same: many send a form or a letter as a document and once more as a PDF. */
final class SameWords {

    /** So much of a text is in another that tells it. */
    private static final double TOLD = 0.6;
    /** So much of each is in the other where they are the same, but for what a reader has read otherwise. */
    private static final double SAME = 0.9;

    private SameWords() {
    }

    /** Whether most of a text is in what is told elsewhere. */
    static boolean areTold(String text, Set<String> told) {
        return share(Grams.of(text), told) >= TOLD;
    }

    static boolean areIn(String one, String other) {
        Set<String> grams = Grams.of(one);
        Set<String> others = Grams.of(other);
        return share(grams, others) >= SAME && share(others, grams) >= SAME;
    }

    /** Whether two forms are one suggestion of one person; what several people suggest in the same words stays several. */
    static boolean areIn(ProposedCase one, ProposedCase other) {
        return one.draft().wish().title().equals(other.draft().wish().title())
                && Objects.equals(one.draft().proposer().name(), other.draft().proposer().name())
                && Objects.equals(one.draft().proposer().phone(), other.draft().proposer().phone())
                && areIn(one.draft().wish().content(), other.draft().wish().content());
    }

    private static double share(Set<String> some, Set<String> all) {
        return some.isEmpty() ? 1 : (double) some.stream().filter(all::contains).count() / some.size();
    }
}
