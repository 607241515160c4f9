package io.minsheng.proposal.privacy.web;

import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.minsheng.proposal.privacy.PrivacyPart;
import io.minsheng.proposal.privacy.PrivacyWords;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The notice on personal data for everyone: the one in force, or an earlier one that somebody agreed to. */
@Path("/privacy")
public class PrivacyPages {

    private final PrivacyNotices notices;

    PrivacyPages(PrivacyNotices notices) {
        this.notices = notices;
    }

    /** A notice with its parts in the order of the page. */
    @TemplateData
    record Shown(PrivacyWords words, List<PrivacyPart> ways, List<PrivacyPart> sections, List<PrivacyPart> shorts) {

        static Shown of(PrivacyWords words) {
            return new Shown(words, PrivacyPart.ways(), PrivacyPart.sections(), PrivacyPart.shorts());
        }

        public PrivacyPart lead() {
            return PrivacyPart.LEAD;
        }

        public PrivacyPart basis() {
            return PrivacyPart.BASIS;
        }
    }

    @CheckedTemplate(basePath = "privacy")
    static class Templates {
        static native TemplateInstance show(Shown shown, List<PrivacyNotices.Version> versions);

        private Templates() {
        }
    }

    /** @throws Refusal 404 no such version */
    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("version") Integer version) {
        List<PrivacyNotices.Version> versions = notices.versions();
        return Templates.show(Shown.of(notices.words(version == null ? versions.get(0).version() : version)), versions);
    }
}
