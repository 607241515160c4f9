package io.minsheng.proposal.privacy.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.minsheng.proposal.privacy.PrivacyPart;
import io.minsheng.proposal.privacy.PrivacyWords;
import io.minsheng.proposal.privacy.PublishPrivacyNotice;
import io.minsheng.proposal.privacy.web.PrivacyPages.Shown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The page where the office writes the next version of the notice, with a preview before it is in force. */
@Path("/staff/privacy-notice")
@RolesAllowed({ "CHIEF", "ADMIN" })
public class EditPrivacyPages {

    private final PrivacyNotices notices;
    private final PublishPrivacyNotice publish;
    private final CurrentActor actor;
    private final PublicUrl url;

    EditPrivacyPages(PrivacyNotices notices, PublishPrivacyNotice publish, CurrentActor actor, PublicUrl url) {
        this.notices = notices;
        this.publish = publish;
        this.actor = actor;
        this.url = url;
    }

    /**
     * A group of parts on the page.
     *
     * @param open whether it holds something to mend
     */
    @TemplateData
    record Group(String label, List<PrivacyPart> parts, boolean open) {
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance edit(List<Group> groups, Posted form, Shown preview, FormErrors errors,
                List<PrivacyNotices.Version> versions, boolean done);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance edit(@QueryParam("done") String done) {
        PrivacyWords present = notices.present();
        Posted form = Posted.none().with("version", String.valueOf(present.version()));
        present.parts().forEach((part, text) -> form.with(part.name(), text));
        return page(form, null, FormErrors.none(), done != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        try {
            Map<PrivacyPart, String> typed = typed(form);
            if (form.has("go", "preview")) {
                return Html.page(200, page(form, Shown.of(PublishPrivacyNotice.checked(typed)), FormErrors.none(), false));
            }
            Integer seen = form.number("version");
            publish.publish(seen == null ? 0 : seen, typed, form.at("reason"), actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409) {
                throw refusal;
            }
            return Html.page(refusal.status(), page(form, null, FormErrors.of(refusal), false));
        }
        return url.goTo("/staff/privacy-notice?done=1");
    }

    private static Map<PrivacyPart, String> typed(Posted form) {
        Map<PrivacyPart, String> typed = new EnumMap<>(PrivacyPart.class);
        for (PrivacyPart part : PrivacyPart.values()) {
            typed.put(part, form.at(part.name()));
        }
        return typed;
    }

    private TemplateInstance page(Posted form, Shown preview, FormErrors errors, boolean done) {
        List<Group> groups = List.of(group("开头和依据", List.of(PrivacyPart.LEAD, PrivacyPart.BASIS), errors),
                group("各渠道收集什么、为了什么", PrivacyPart.ways(), errors),
                group("谁能看到、保存多久、权利", PrivacyPart.sections(), errors),
                group("填写和登记时的简短告知", PrivacyPart.shorts(), errors));
        return Templates.edit(groups, form, preview, errors, notices.versions(), done);
    }

    private static Group group(String label, List<PrivacyPart> parts, FormErrors errors) {
        return new Group(label, parts, parts.stream().anyMatch(each -> errors.at(each.name()) != null));
    }
}
