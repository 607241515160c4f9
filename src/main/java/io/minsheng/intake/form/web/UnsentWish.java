package io.minsheng.intake.form.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.minsheng.platform.text.Texts;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.SupportCase;
import io.quarkus.qute.TemplateData;

/** A suggestion that somebody was writing when they chose to support another one instead. */
@TemplateData
final class UnsentWish {

    private static final String ENDS = "。！？；!?;\n";

    private final ProposalForm written;
    private final String words;

    UnsentWish(ProposalForm written) {
        this.written = written;
        this.words = words(Texts.cleanLine(written.at("title")), Texts.clean(written.at("content")),
                Texts.clean(written.at("reason")));
    }

    /** Title, content and reason, one below the other; without a title with which the content begins anyhow. */
    private static String words(String title, String content, String reason) {
        return Stream.of(content.startsWith(title) ? "" : title, content, reason).filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public String words() {
        return words;
    }

    public int length() {
        return Texts.codePoints(words);
    }

    /** How much a support takes. */
    public int most() {
        return SupportCase.WORDS.max();
    }

    /** Whether there is more than a support takes. */
    public boolean tooLong() {
        return length() > most();
    }

    /** All that was written, as hidden fields. */
    public List<Choice> fields() {
        return written.behind();
    }

    /** As much of the words as a support takes: whole sentences, unless too little would be left. */
    String proposed() {
        if (!tooLong()) {
            return words;
        }
        String most = words.substring(0, words.offsetByCodePoints(0, most()));
        int end = most.length();
        while (end > most.length() / 2 && ENDS.indexOf(most.charAt(end - 1)) < 0) {
            end--;
        }
        return end > most.length() / 2 ? most.substring(0, end).strip() : Texts.shorten(words, most());
    }
}
