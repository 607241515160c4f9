package io.minsheng.publication;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.file.StoredFiles;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.publication.Blackout.Range;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/**
 * PUBLICATION/REDACT: a second person takes the words and files out for good, or declines. The words are overwritten, the
 * files'
 * keys and pieces destroyed; digests are kept.
 */
@Singleton
class CarryOutRedaction implements Completion<RedactionJudgement> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("REDACT", Set.of(), "DECLINE", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "不同意的原因").needed();

    private final Redactions redactions;
    private final Publications publications;
    private final StoredFiles files;
    private final InstantSource clock;
    private final Event<Act> acts;

    CarryOutRedaction(Redactions redactions, Publications publications, StoredFiles files, InstantSource clock,
            Event<Act> acts) {
        this.redactions = redactions;
        this.publications = publications;
        this.files = files;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "PUBLICATION";
    }

    @Override
    public String step() {
        return "REDACT";
    }

    @Override
    public Class<RedactionJudgement> form() {
        return RedactionJudgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, RedactionJudgement form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Redaction redaction = redactions.open(item.subjectId()).orElseThrow();
        if (form.outcome().equals("REDACT")) {
            redaction.done(actor.username(), clock.instant());
            carryOut(redaction);
        } else {
            redaction.decline(REASON.accepted(form.reason()), actor.username(), clock.instant());
        }
        acts.fire(new Act(actor.username(), "REDACTION_" + redaction.state(), "LIST", item.subjectId(), null,
                AskRedaction.said(redaction)));
        return Map.of("outcome", form.outcome());
    }

    private void carryOut(Redaction redaction) {
        redaction.marks().stream().collect(Collectors.groupingBy(RedactionMark::publication))
                .forEach((version, marks) -> blackOut(publications.findById(version), marks));
        redaction.annexes().forEach(each -> files.erase(each.file().id()));
    }

    private static void blackOut(Publication version, List<RedactionMark> marks) {
        for (PlacedText words : version.words()) {
            List<Range> ranges = Blackout.of(words, marks);
            if (!ranges.isEmpty()) {
                version.overwrite(words, Blackout.of(words.text(), ranges));
            }
        }
    }
}
