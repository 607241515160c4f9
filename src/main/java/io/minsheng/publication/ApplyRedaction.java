package io.minsheng.publication;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.file.StoredFiles;
import io.minsheng.publication.Blackout.Range;

/** Overwrites the words that a redaction marks, and destroys its files. */
@ApplicationScoped
class ApplyRedaction {

    private final PlanRedaction plan;
    private final Publications publications;
    private final StoredFiles files;
    private final ReadAnnex readAnnex;

    ApplyRedaction(PlanRedaction plan, Publications publications, StoredFiles files, ReadAnnex readAnnex) {
        this.plan = plan;
        this.publications = publications;
        this.files = files;
        this.readAnnex = readAnnex;
    }

    /**
     * To be called while the list is held.
     *
     * @throws io.minsheng.platform.error.Refusal 409 what is to be blacked out has become public again
     */
    void apply(Redaction redaction) {
        plan.requireNotInForce(redaction);
        redaction.mark(plan.marks(redaction));
        redaction.marks().stream().collect(Collectors.groupingBy(RedactionMark::publication))
                .forEach((version, marks) -> blackOut(publications.findById(version), marks));
        redaction.annexes().forEach(each -> {
            readAnnex.forget(each.file());
            files.erase(each.file().id());
        });
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
