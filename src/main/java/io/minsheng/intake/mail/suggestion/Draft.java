package io.minsheng.intake.mail.suggestion;

import java.util.ArrayList;
import java.util.List;

import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;

/**
 * A suggestion as it could be read from a mail.
 *
 * @param campaign code
 */
public record Draft(String campaign, Wish wish, Proposer proposer) {

    /** What a person would have to complete before it can be a case; empty if nothing. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (Texts.codePoints(wish.content()) < 10) {
            gaps.add("正文不足 10 个字。");
        }
        if (Texts.codePoints(wish.title()) < 4) {
            gaps.add("没有可用的名称。");
        }
        return gaps;
    }
}
