package io.minsheng.tracking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Timeline;

/** Shows a case to whoever has its number and query code. */
@ApplicationScoped
public class TrackCase {

    private final CaseAccess access;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Timeline timeline;
    private final Attachments attachments;
    private final SupplementRequests questions;
    private final Whereabouts whereabouts;

    TrackCase(CaseAccess access, Campaigns campaigns, Organisations organisations, Timeline timeline, Attachments attachments,
            SupplementRequests questions, Whereabouts whereabouts) {
        this.access = access;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.timeline = timeline;
        this.attachments = attachments;
        this.questions = questions;
        this.whereabouts = whereabouts;
    }

    /**
     * The case as its author may see it.
     *
     * @throws Refusal 404, the same for a wrong number and a wrong code
     */
    @Transactional
    public TrackedCase track(String caseNumber, String code) {
        Proposal proposal = access.withCode(caseNumber, code);
        List<TrackedCase.Event> events = timeline.publicOf(proposal).stream()
                .map(each -> new TrackedCase.Event(each.at(), each.stage(), each.publicText())).toList();
        Set<Stage> visited = EnumSet.of(Stage.RECEIVED);
        events.forEach(each -> visited.add(each.stage()));
        Stage now = proposal.publicStage();
        return new TrackedCase(words(proposal), now, whereabouts.holder(proposal),
                whereabouts.next(now, campaigns.rules(proposal.campaign()).deadlines()), events,
                WayOfCase.drawn(now, visited), acts(proposal), new TrackedCase.Outcome(null, null));
    }

    private TrackedCase.Words words(Proposal proposal) {
        return new TrackedCase.Words(proposal.caseNumber(), campaigns.rules(proposal.campaign()), proposal.title(),
                proposal.category(), campaigns.rules(proposal.campaign()).categoryName(proposal.category()),
                organisations.shortName(proposal.township()), proposal.content(), proposal.channel(), proposal.receivedAt(),
                attachments.of(proposal).stream().filter(each -> each.kind() == Attachment.Kind.ENCLOSURE)
                        .map(each -> each.file().name()).toList());
    }

    private TrackedCase.Acts acts(Proposal proposal) {
        Stage stage = proposal.stage();
        TrackedCase.Question question = stage == Stage.AWAITING_SUPPLEMENT
                ? questions.openOf(proposal).map(each -> new TrackedCase.Question(each.question(), each.dueAt())).orElse(null)
                : null;
        return new TrackedCase.Acts(question, stage.takesSupplements(), stage.takesAttachments(), stage.mayBeWithdrawn());
    }
}
