package io.minsheng.intake.form.web;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.proposal.Supporter;
import io.quarkus.qute.TemplateData;

/** What was typed into the form for a support; empty before. */
@TemplateData
record SupportForm(String name, String phone, String email, String text, String consent) {

    static final SupportForm EMPTY = new SupportForm("", "", "", "", "");

    static SupportForm of(MultivaluedMap<String, String> sent) {
        return new SupportForm(typed(sent, "name"), typed(sent, "phone"), typed(sent, "email"), typed(sent, "text"),
                typed(sent, "consent"));
    }

    /** Filled in with what somebody has written as a suggestion; they consent anew, because it is another purpose. */
    static SupportForm from(ProposalForm written, UnsentWish unsent) {
        return new SupportForm(written.at("proposer.name"), written.at("proposer.phone"), written.at("proposer.email"),
                unsent.proposed(), "");
    }

    Supporter supporter() {
        return new Supporter(name, phone, email, text, !consent.isEmpty());
    }

    private static String typed(MultivaluedMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value;
    }
}
