package io.minsheng.tracking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Timeline;
import io.minsheng.proposal.TimelineEntry;

/** Shows a case to whoever has its number and query code. */
@ApplicationScoped
public class TrackCase {

    private final CaseAccess access;
    private final Timeline timeline;
    private final SupplementRequests questions;
    private final OwnWords words;
    private final Whereabouts whereabouts;
    private final Outcomes outcomes;

    TrackCase(CaseAccess access, Timeline timeline, SupplementRequests questions, OwnWords words, Whereabouts whereabouts,
            Outcomes outcomes) {
        this.access = access;
        this.timeline = timeline;
        this.questions = questions;
        this.words = words;
        this.whereabouts = whereabouts;
        this.outcomes = outcomes;
    }

    /**
     * The case as its author may see it; with the code of somebody who supports it, what everyone may see, and the answer.
     *
     * @throws Refusal 404, the same for a wrong number and a wrong code
     */
    @Transactional
    public TrackedCase track(String caseNumber, String code) {
        CaseAccess.Opened opened = access.withAnyCode(caseNumber, code);
        return opened.own() ? own(opened.proposal()) : supported(opened.proposal());
    }

    private TrackedCase own(Proposal proposal) {
        List<TrackedCase.Event> events = timeline.publicOf(proposal).stream()
                .map(each -> new TrackedCase.Event(each.at(), each.stage(), each.publicText())).toList();
        Set<Stage> visited = EnumSet.of(Stage.RECEIVED);
        events.forEach(each -> visited.add(each.stage()));
        Stage now = proposal.publicStage();
        TrackedCase.Words own = words.of(proposal);
        return new TrackedCase(own, now, whereabouts.holder(proposal, now), whereabouts.next(now, own.campaign().deadlines()),
                events, WayOfCase.drawn(now, visited), whereabouts.merged(proposal), acts(proposal), outcomes.of(proposal));
    }

    private TrackedCase supported(Proposal proposal) {
        Stage now = TrackedCase.shownToOthers(proposal.publicStage());
        List<TrackedCase.Event> events = new ArrayList<>();
        for (TimelineEntry each : timeline.publicOf(proposal)) {
            Stage stage = TrackedCase.shownToOthers(each.stage());
            if (events.isEmpty() || events.get(events.size() - 1).stage() != stage) {
                // what happened is told to the author in words that are not meant for others: only the stages are
                events.add(new TrackedCase.Event(each.at(), stage, ""));
            }
        }
        Set<Stage> visited = EnumSet.of(Stage.RECEIVED);
        events.forEach(each -> visited.add(each.stage()));
        TrackedCase.Words shown = words.publicOf(proposal);
        return new TrackedCase(shown, now, whereabouts.holder(proposal, now),
                whereabouts.next(now, shown.campaign().deadlines()), events, WayOfCase.drawn(now, visited),
                whereabouts.merged(proposal), TrackedCase.Acts.NONE,
                outcomes.publicOf(proposal));
    }

    private TrackedCase.Acts acts(Proposal proposal) {
        Stage stage = proposal.stage();
        TrackedCase.Question question = stage == Stage.AWAITING_SUPPLEMENT
                ? questions.openOf(proposal).map(each -> new TrackedCase.Question(each.question(), each.dueAt())).orElse(null)
                : null;
        return new TrackedCase.Acts(question, proposal.takesSupplements(), stage.takesAttachments(), proposal.mayBeWithdrawn());
    }
}
