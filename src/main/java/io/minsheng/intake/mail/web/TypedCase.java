package io.minsheng.intake.mail.web;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.intake.mail.ReviewForm;
import io.minsheng.intake.mail.ViewMessages;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;
import io.quarkus.qute.TemplateData;

/** The forms of the review page as typed; the three share one page, so their reasons have names of their own. */
@TemplateData
public final class TypedCase {

    private final Map<String, String> values;

    private TypedCase(Map<String, String> values) {
        this.values = values;
    }

    static TypedCase of(ViewMessages.Suggestion suggestion) {
        Map<String, String> values = new HashMap<>();
        suggestion.fields().forEach((field, guess) -> values.put(field, guess.value()));
        return new TypedCase(values);
    }

    static TypedCase of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.get(0)));
        return new TypedCase(values);
    }

    /** As typed or suggested; never null. */
    public String at(String name) {
        return values.getOrDefault(name, "");
    }

    ReviewForm form() {
        return switch (at("outcome")) {
            case "ATTACH" -> ReviewForm.attach(at("caseNumber"));
            case "IGNORE" -> ReviewForm.ignore(at("ignoreReason"));
            default -> new ReviewForm(at("outcome"), null, at("title"), at("category"), at("content"), at("reason"),
                    at("township"), at("place"), at("beneficiaries"), new Target(at("target"), null, null, null, null),
                    new ReviewForm.Person(ProposerKind.RESIDENT, at("name"), at("phone"), at("email"), at("address"), true),
                    null, null, null, null, null, null);
        };
    }

    /** The violations at the fields of this page. */
    FormErrors errors(Refusal refusal) {
        if (refusal.violations().isEmpty()) {
            return FormErrors.of(refusal);
        }
        return FormErrors.of(refusal.violations().stream().map(each -> new Violation(field(each.field()), each.message()))
                .toList());
    }

    private String field(String field) {
        if (field.equals("reason") && at("outcome").equals("IGNORE")) {
            return "ignoreReason";
        }
        return field.startsWith("proposer.") ? field.substring("proposer.".length())
                : field.equals("target.text") ? "target" : field;
    }
}
