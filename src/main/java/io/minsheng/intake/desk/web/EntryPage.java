package io.minsheng.intake.desk.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.proposal.SimilarCases;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The entry form as a page, empty or as typed. */
@ApplicationScoped
class EntryPage {

    private final DeskLists lists;
    private final CurrentActor currentActor;

    EntryPage(DeskLists lists, CurrentActor currentActor) {
        this.lists = lists;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance entry(DeskForm form, DeskLists.Lists lists, boolean choosesDesk, Done done,
                List<SimilarCases.Similar> similar, FormErrors errors);

        static native TemplateInstance nothing();

        private Templates() {
        }
    }

    /**
     * What was registered just before, on top of the form for the next letter.
     *
     * @param scans how many scans were stored
     */
    @TemplateData
    record Done(String caseNumber, String queryCode, String title, int scans) {
    }

    TemplateInstance of(DeskForm form, Done done, FormErrors errors) {
        return of(form, done, null, errors);
    }

    /** @param similar public suggestions like the one on the form; null if nobody has looked or there are none */
    TemplateInstance of(DeskForm form, Done done, List<SimilarCases.Similar> similar, FormErrors errors) {
        return Templates.entry(form, lists.of(form.campaign()), currentActor.get().has(Role.TRIAGE), done, similar, errors);
    }

    /** No campaign takes suggestions now. */
    static TemplateInstance nothing() {
        return Templates.nothing();
    }
}
