package io.minsheng.intake.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;

/** Which cases want the same as a mail: whoever decides about it should know them first. */
@ApplicationScoped
public class CompareWithCases {

    private final ViewMessages view;
    private final FindCampaign findCampaign;
    private final SimilarCases similar;

    CompareWithCases(ViewMessages view, FindCampaign findCampaign, SimilarCases similar) {
        this.view = view;
        this.findCampaign = findCampaign;
        this.similar = similar;
    }

    /**
     * Like one of the suggestions that were read from a mail; the cases made of this mail are left out.
     *
     * @param part which suggestion, counted from 1 as they are listed
     * @return the most alike first, at most {@link SimilarCases#MOST}
     * @throws Refusal 403 not TRIAGE, 404 no such mail or no such suggestion in it
     */
    public List<Similar> toMessage(String id, int part, Actor actor) {
        ViewMessages.Full message = view.full(id, actor);
        if (part < 1 || part > message.suggestions().size()) {
            throw Refusal.notFound("这封邮件里没有第 " + part + " 条建议。");
        }
        Suggestion read = message.suggestions().get(part - 1);
        return toText(read.at("title"), read.at("content"), actor).stream()
                .filter(each -> !message.row().cases().contains(each.caseNumber())).toList();
    }

    /** Like what somebody types while deciding; nothing is like an empty form. */
    public List<Similar> toText(String title, String content, Actor actor) {
        return (title + content).isBlank() ? List.of()
                : similar.toText(findCampaign.likely().code(), title, content, actor);
    }
}
