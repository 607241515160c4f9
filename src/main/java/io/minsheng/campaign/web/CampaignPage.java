package io.minsheng.campaign.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignPlan;
import io.minsheng.campaign.CheckFields;
import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The page with all that a campaign rules, to read, to change or to set up a new one. */
@ApplicationScoped
class CampaignPage {

    private final Organisations organisations;
    private final CheckFields checkFields;
    private final CurrentActor actor;
    private final InstantSource clock;

    CampaignPage(Organisations organisations, CheckFields checkFields, CurrentActor actor, InstantSource clock) {
        this.organisations = organisations;
        this.checkFields = checkFields;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param code null for a campaign that is not there yet
     * @param begun whether only some of it may still change
     * @param mayChange whether the reader may change anything now
     * @param fixed what stays as it is once it has begun
     * @param labels what each field of the form may be called, by its code
     */
    @TemplateData
    public record View(String code, String state, boolean begun, boolean mayChange, int revision, Instant opens,
            Instant closes, CampaignPlan fixed, List<Choice> leads, Map<String, List<String>> labels) {

        /** Whether lines may be added to the lists. */
        public boolean listsGrow() {
            return mayChange && !begun;
        }

        public List<String> labelsOf(String field) {
            return labels.getOrDefault(field, List.of());
        }
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance edit(View view, CampaignForm form, FormErrors errors, String notice);

        private Templates() {
        }
    }

    Response of(Campaign campaign, CampaignForm form, int status, FormErrors errors, String notice) {
        boolean mayChange = actor.get().has(Role.CHIEF) && campaign.closedAt() == null;
        return Html.page(status, Templates.edit(new View(campaign.code(), campaign.stateAt(clock.instant()).label(),
                campaign.begunAt(clock.instant()), mayChange, campaign.revision(), campaign.opens(),
                campaign.closes(), CampaignPlan.of(campaign), leads(), labels()),
                form, errors, notice));
    }

    /** For a campaign that is not there yet. */
    Response ofNew(CampaignForm form, int status, FormErrors errors) {
        return Html.page(status,
                Templates.edit(new View(null, "", false, true, 0, null, null, null, leads(), labels()), form, errors, null));
    }

    private List<Choice> leads() {
        return organisations.handling().stream().map(each -> new Choice(each.code(), each.shortName())).toList();
    }

    private Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        AskedField.USUAL.forEach(each -> labels.put(each.code(), checkFields.labels(each.code())));
        return labels;
    }
}
