package io.minsheng.proposal.view;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import io.minsheng.identity.Accounts;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Supplements;
import io.minsheng.proposal.Timeline;
import io.minsheng.proposal.TimelineEntry;
import io.minsheng.proposal.view.CaseView.Addendum;
import io.minsheng.proposal.view.CaseView.File;
import io.minsheng.proposal.view.CaseView.Line;
import io.minsheng.proposal.view.CaseView.Question;

/** What has gathered in a case besides the form: files, additions, the open question, the time line. */
@Singleton
class CasePapers {

    private final Attachments attachments;
    private final Supplements supplements;
    private final SupplementRequests requests;
    private final Timeline timeline;
    private final Accounts accounts;

    CasePapers(Attachments attachments, Supplements supplements, SupplementRequests requests, Timeline timeline,
            Accounts accounts) {
        this.attachments = attachments;
        this.supplements = supplements;
        this.requests = requests;
        this.timeline = timeline;
        this.accounts = accounts;
    }

    List<File> files(Proposal proposal) {
        return attachments.of(proposal).stream().map(each -> new File(each.id(), each.file().name(), each.file().mediaType(),
                each.file().size(), each.kind(), each.addedAt())).toList();
    }

    List<Addendum> supplements(Proposal proposal, UnaryOperator<String> mask) {
        return supplements.of(proposal).stream().map(each -> new Addendum(mask.apply(each.text()), each.channel(),
                each.receivedAt(), each.answersQuestion())).toList();
    }

    Question question(Proposal proposal) {
        return requests.openOf(proposal).map(each -> new Question(each.question(), each.askedAt(), each.dueAt()))
                .orElse(null);
    }

    List<Line> timeline(Proposal proposal, UnaryOperator<String> mask) {
        List<TimelineEntry> entries = timeline.of(proposal);
        Map<String, String> names = accounts.namesOf(entries.stream().map(TimelineEntry::actor).toList());
        return entries.stream().map(each -> new Line(each.at(), each.stage(), names.get(each.actor()),
                mask.apply(each.publicText()), mask.apply(each.internalText()), each.released())).toList();
    }

    String nameOf(String username) {
        return username == null ? null : accounts.namesOf(List.of(username)).get(username);
    }
}
