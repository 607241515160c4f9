package io.minsheng.intake.form.web;

import java.util.List;

import io.quarkus.qute.TemplateData;

/** The steps of the public form. The names of the fields are those of the contract, so that violations find them. */
@TemplateData
enum FormStep {

    WISH("您的愿望", List.of("title", "category", "content", "reason")),
    PLACE("地点与目标", List.of("township", "place", "beneficiaries", "target.text")),
    WHO("您是谁", List.of("proposer.kind", "proposer.name", "proposer.phone", "proposer.email", "proposer.address",
            "proposer.replyWanted", "consent")),
    CHECK("核对", List.of());

    private final String label;
    private final List<String> fields;

    FormStep(String label, List<String> fields) {
        this.label = label;
        this.fields = fields;
    }

    public String label() {
        return label;
    }

    public int number() {
        return ordinal() + 1;
    }

    List<String> fields() {
        return fields;
    }

    FormStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    FormStep previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** The step that asks for a field; the check step for anything that no step asks for. */
    static FormStep asking(String field) {
        for (FormStep step : values()) {
            if (step.fields.contains(field)) {
                return step;
            }
        }
        return CHECK;
    }

    static FormStep named(String name) {
        for (FormStep step : values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return WISH;
    }
}
