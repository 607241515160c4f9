package io.minsheng.intake.mail.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.intake.mail.ReviewForm;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;
import io.quarkus.qute.TemplateData;

/** The forms of the review page as typed; the three share one page, so their reasons have names of their own. */
@TemplateData
public final class TypedCase {

    private static final int MOST = 100;

    private final Map<String, String> values;

    private TypedCase(Map<String, String> values) {
        this.values = values;
    }

    /** Everything that was read, each part ready to be registered. */
    static TypedCase of(List<Suggestion> read) {
        Map<String, String> values = new HashMap<>();
        read.get(0).fields().forEach((field, guess) -> values.put(field, guess.value()));
        for (Part part : parts(read)) {
            part.suggestion().fields().forEach((field, guess) -> values.put(part.name(field), guess.value()));
            values.put(part.name("wanted"), "true");
        }
        return new TypedCase(values);
    }

    static TypedCase of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.get(0)));
        return new TypedCase(values);
    }

    /**
     * A further suggestion of the same mail.
     *
     * @param number in the list of all, from 2
     */
    @TemplateData
    public record Part(int number, Suggestion suggestion) {

        /** Name of an input of this part. */
        public String name(String field) {
            return prefix(number) + field;
        }

        private static String prefix(int number) {
            return "part" + number + "-";
        }
    }

    /** What was read besides the first suggestion. */
    static List<Part> parts(List<Suggestion> read) {
        return IntStream.range(1, read.size()).mapToObj(i -> new Part(i + 1, read.get(i))).toList();
    }

    private List<Integer> wanted() {
        return IntStream.rangeClosed(2, MOST).filter(each -> values.containsKey(Part.prefix(each) + "wanted")).boxed().toList();
    }

    private ReviewForm.Further further(int number) {
        String part = Part.prefix(number);
        return new ReviewForm.Further(number, at(part + "title"), at(part + "category"), at(part + "content"),
                at(part + "reason"), at(part + "township"), at(part + "place"), at(part + "beneficiaries"),
                new Target(at(part + "target"), null, null, null, null), new ReviewForm.Person(ProposerKind.RESIDENT,
                        at(part + "name"), at(part + "phone"), at(part + "email"), at(part + "address"), true));
    }

    /** A field of the first suggestion or of a further one. */
    String at(int part, String field) {
        return at(part < 2 ? field : Part.prefix(part) + field);
    }

    /** For which suggestion cases like it are asked for, counted from 1; null where something is to be decided. */
    Integer asksForSimilarTo() {
        return at("similar").matches("[0-9]{1,3}") ? Integer.valueOf(at("similar")) : null;
    }

    /** Whether a case that was shown is only put into the form, for the person to look at before sending it. */
    boolean onlyChooses() {
        return !at("into").isEmpty();
    }

    /** With the chosen case in the form. */
    TypedCase chosen() {
        Map<String, String> chosen = new HashMap<>(values);
        chosen.put("caseNumber", at("into"));
        return new TypedCase(chosen);
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
                    null, null, null, null, null, null, wanted().stream().map(this::further).toList());
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
        if (field.startsWith("further[")) {
            int index = Integer.parseInt(field.substring("further[".length(), field.indexOf(']')));
            return Part.prefix(wanted().get(index)) + ofOne(field.substring(field.indexOf('.') + 1));
        }
        return ofOne(field);
    }

    private static String ofOne(String field) {
        return field.startsWith("proposer.") ? field.substring("proposer.".length())
                : field.equals("target.text") ? "target" : field;
    }
}
