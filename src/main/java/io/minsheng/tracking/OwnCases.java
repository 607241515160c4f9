package io.minsheng.tracking;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Author;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Labels;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Supplement;
import io.minsheng.proposal.Supplements;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.Rating;
import io.minsheng.tracking.OwnData.Field;

/** What a person has suggested and was answered, as it is stored. */
@Singleton
class OwnCases {

    private final Proposals proposals;
    private final Supplements supplements;
    private final Attachments attachments;
    private final Answers answers;
    private final Labels labels;

    OwnCases(Proposals proposals, Supplements supplements, Attachments attachments, Answers answers, Labels labels) {
        this.proposals = proposals;
        this.supplements = supplements;
        this.attachments = attachments;
        this.answers = answers;
        this.labels = labels;
    }

    List<OwnData.Case> of(Author author) {
        return proposals.ofAuthor(author).stream().map(this::ownCase).toList();
    }

    private OwnData.Case ownCase(Proposal proposal) {
        return new OwnData.Case(proposal.caseNumber(), proposal.channel().label(), Shanghai.iso(proposal.receivedAt()),
                proposal.replyWanted(), proposal.privacyVersion(), fields(proposal),
                supplements.of(proposal).stream().map(Supplement::text).toList(),
                proposal.disposition() == Disposition.WITHDRAWN ? proposal.dispositionReason() : null, answered(proposal),
                attachments.of(proposal).stream().map(
                        each -> new OwnData.File(each.file().name(), each.file().size(), Shanghai.iso(each.addedAt())))
                        .toList());
    }

    private List<OwnData.Answered> answered(Proposal proposal) {
        return answers.ratedOf(proposal).stream().filter(each -> each.isReleased() && each.answer().text() != null)
                .map(each -> new OwnData.Answered(each.answer().text(), Shanghai.iso(each.answer().releasedAt()),
                        rated(each.rating())))
                .toList();
    }

    private static OwnData.Rated rated(Rating rating) {
        return rating == null ? null
                : new OwnData.Rated(rating.satisfaction().label(), rating.words(), Shanghai.iso(rating.ratedAt()));
    }

    private List<Field> fields(Proposal proposal) {
        List<Field> fields = new ArrayList<>();
        add("建议事项名称", proposal.title(), fields);
        add("事项类别", labels.category(proposal.campaign(), proposal.category()), fields);
        add("建议内容", proposal.content(), fields);
        add("建议理由", proposal.reason(), fields);
        add("所在镇街", labels.township(proposal.township()), fields);
        add("实施地点", proposal.place(), fields);
        add("受益范围", proposal.beneficiaries(), fields);
        add("预期目标", proposal.target() == null ? null : proposal.target().text(), fields);
        return fields;
    }

    private static void add(String label, String text, List<Field> fields) {
        if (text != null && !text.isEmpty()) {
            fields.add(new Field(label, text));
        }
    }
}
