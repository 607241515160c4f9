package io.minsheng.platform.web;

import java.util.List;
import java.util.Set;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.qute.TemplateData;

/** What did not pass in a form, for the summary on top and the message at each field. */
@TemplateData
public final class FormErrors {

    private static final FormErrors NONE = new FormErrors(List.of());

    private final List<Violation> list;

    private FormErrors(List<Violation> list) {
        this.list = list;
    }

    public static FormErrors none() {
        return NONE;
    }

    public static FormErrors of(List<Violation> violations) {
        return new FormErrors(List.copyOf(violations));
    }

    /** A refusal without fields becomes one line of the summary that leads nowhere. */
    public static FormErrors of(Refusal refusal) {
        return refusal.violations().isEmpty() ? of(List.of(new Violation("", refusal.getMessage())))
                : of(refusal.violations());
    }

    /** For a form with one field: a refusal without fields is about this one. */
    public static FormErrors of(Refusal refusal, String field) {
        return refusal.violations().isEmpty() ? of(List.of(new Violation(field, refusal.getMessage()))) : of(refusal);
    }

    /**
     * For one of several alike forms on a page, whose fields are named apart: those of form {@code x7} are {@code reason-x7}
     * and so on.
     */
    public static FormErrors of(Refusal refusal, String form, Set<String> fields) {
        return refusal.violations().isEmpty() ? of(refusal)
                : of(refusal.violations().stream().map(each -> fields.contains(each.field())
                        ? new Violation(each.field() + "-" + form, each.message())
                        : each).toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Violation> list() {
        return list;
    }

    /** What the summary says above the lines; where no field is wrong, there is nothing to mend in the form. */
    public String heading() {
        return list.stream().allMatch(violation -> violation.field().isEmpty()) ? "操作没有成功"
                : "有 " + list.size() + " 处需要修改";
    }

    /** Whether anything is wrong in a part of the form, whose fields all begin alike. */
    public boolean within(String beginning) {
        return list.stream().anyMatch(violation -> violation.field().startsWith(beginning));
    }

    /** First message for a field, null if it passed. */
    public String at(String field) {
        return list.stream().filter(violation -> violation.field().equals(field)).map(Violation::message).findFirst()
                .orElse(null);
    }
}
