package io.minsheng.intake.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.EnclosedForms;
import io.minsheng.intake.mail.suggestion.ReadSuggestions;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;

/** The rules that decide what becomes of a mail, in their order (shared/mail.md 11 to 16). Changes nothing. */
@ApplicationScoped
class DecideRoute {

    private final LoopRules loops;
    private final FindBounce bounces;
    private final FindCase findCase;
    private final ReadSuggestions suggestions;
    private final FindCampaign findCampaign;
    private final InstantSource clock;

    DecideRoute(LoopRules loops, FindBounce bounces, FindCase findCase, ReadSuggestions suggestions,
            FindCampaign findCampaign, InstantSource clock) {
        this.loops = loops;
        this.bounces = bounces;
        this.findCase = findCase;
        this.suggestions = suggestions;
        this.findCampaign = findCampaign;
        this.clock = clock;
    }

    Route route(PreparedMail prepared, FindCopies.Copies copies) {
        ReadMail mail = prepared.mail();
        Optional<InboxMessage> earlier = copies.earlier(mail);
        if (earlier.isPresent()) {
            return new Route.Duplicate(earlier.get());
        }
        if (mail.breach() != null) {
            return new Route.Review(mail.breach());
        }
        Optional<FindBounce.Bounce> bounce = bounces.of(prepared);
        if (bounce.isPresent()) {
            return new Route.Bounce(bounce.get());
        }
        Optional<String> loop = loops.reason(mail);
        if (loop.isPresent()) {
            return new Route.Ignored(loop.get());
        }
        if (mail.sender().isEmpty()) {
            return new Route.Review(mail.senders().isEmpty() ? "没有可用的发件人地址。" : "发件人不止一个。");
        }
        Optional<String> doubt = loops.doubt(mail);
        if (doubt.isPresent()) {
            return new Route.Review(doubt.get());
        }
        if (mail.encrypted() != null) {
            return new Route.Review(mail.encrypted());
        }
        String marked = copies.otherContent(mail) ? "与另一封邮件的 Message-ID 相同而内容不同。" : "";
        Optional<FindCase.Named> named = findCase.of(mail);
        if (named.isPresent() && named.get().counts()) {
            return reply(prepared, named.get(), marked);
        }
        String hint = named.map(each -> "可能属于 " + each.proposal().caseNumber() + "，但发件地址不是建议人的。").orElse("");
        return fresh(mail, prepared.enclosed(), hint + marked);
    }

    private Route reply(PreparedMail prepared, FindCase.Named named, String marked) {
        ReadMail mail = prepared.mail();
        if (!named.proposal().takesSupplements()) {
            return new Route.Review("回复 " + named.proposal().caseNumber() + " 的邮件，但该建议已过可以补充的环节。" + marked);
        }
        List<Suggestion> others = otherForms(prepared, named.proposal());
        if (!others.isEmpty()) {
            return new Route.Review("回复 " + named.proposal().caseNumber() + " 的邮件附有填好的征集表，名称与该建议不同，可能是另一条建议。" + marked,
                    others);
        }
        String text = mail.written(mail.text());
        if (text.isBlank()) {
            text = "（没有文字，见附件和邮件原件）";
        }
        String remark = (named.bySomeoneInvolved() ? "" : "发件地址不是建议人留下的；因回复的是本系统发给建议人的邮件而归入。") + marked;
        return Texts.codePoints(text) > 5000
                ? new Route.Review("回复 " + named.proposal().caseNumber() + " 的邮件，文字超过 5000 字。" + marked)
                : new Route.Reply(named.proposal(), text, remark.isEmpty() ? null : remark);
    }

    /**
     * Many write a new suggestion by answering the last mail. What is sent when something was asked belongs to the question.
     */
    private List<Suggestion> otherForms(PreparedMail prepared, Proposal proposal) {
        if (prepared.enclosed().forms().isEmpty() || proposal.stage() == Stage.AWAITING_SUPPLEMENT) {
            return List.of();
        }
        ReadSuggestions.Read read = suggestions.of(prepared.mail(), prepared.enclosed(),
                findCampaign.byCode(proposal.campaign()));
        boolean another = read.cases().stream().map(each -> each.draft().wish().title())
                .anyMatch(each -> !each.equals(proposal.title()));
        return another ? read.suggestions() : List.of();
    }

    private Route fresh(ReadMail mail, EnclosedForms enclosed, String remark) {
        Instant now = clock.instant();
        Optional<CampaignRules> called = findCampaign.bySubject(mail.subject());
        ReadSuggestions.Read read = suggestions.of(mail, enclosed, called.orElseGet(findCampaign::likely));
        if (called.isEmpty()) {
            return new Route.Review("主题中没有征集公告要求的文字。" + Objects.requireNonNullElse(read.doubt(), "") + remark,
                    read.suggestions());
        }
        if (!FindCampaign.accepts(called.get(), now)) {
            return new Route.Review("征集活动" + called.get().stateAt(now).label() + "，不能自动登记。" + remark, read.suggestions());
        }
        return read.doubt() == null ? new Route.NewCases(read.cases(), remark.isEmpty() ? null : remark)
                : new Route.Review(read.doubt() + remark, read.suggestions());
    }
}
