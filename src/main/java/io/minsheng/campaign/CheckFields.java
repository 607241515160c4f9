package io.minsheng.campaign;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;

/**
 * Checks the form of a campaign: each field is one that the program knows, those without which nothing can be answered
 * are there, and what a field is called is understood when the filled-in form comes back.
 */
@ApplicationScoped
public class CheckFields {

    private final Instance<FormReader> readers;

    CheckFields(@Any Instance<FormReader> readers) {
        this.readers = readers;
    }

    /** Names that every reader understands as this field; the usual one first. */
    public List<String> labels(String code) {
        Set<String> labels = new LinkedHashSet<>();
        AskedField.usual(code).map(AskedField::label).ifPresent(labels::add);
        readers.stream().flatMap(each -> each.labels(code).stream()).filter(each -> notUnderstanding(code, each).isEmpty())
                .forEach(labels::add);
        return List.copyOf(labels);
    }

    void check(List<AskedField> fields, List<Violation> violations) {
        Set<String> codes = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            check(fields.get(i), "fields." + i + ".", codes, labels, violations);
        }
        AskedField.USUAL.stream().filter(each -> !each.canBeLeftOut() && !codes.contains(each.code()))
                .forEach(each -> violations.add(new Violation("fields", "征集表不能没有“" + each.label() + "”。")));
    }

    private void check(AskedField field, String at, Set<String> codes, Set<String> labels, List<Violation> violations) {
        Optional<AskedField> usual = AskedField.usual(field.code());
        if (usual.isEmpty()) {
            violations.add(new Violation(at + "code", "没有这个栏目：" + field.code() + "。"));
            return;
        }
        if (!codes.add(field.code())) {
            violations.add(new Violation(at + "code", "“" + usual.get().label() + "”重复了。"));
        }
        if (usual.get().alwaysNeeded() && !field.needed()) {
            violations.add(new Violation(at + "needed", "“" + usual.get().label() + "”必须填写。"));
        }
        if (!usual.get().canBeLeftOut() && !usual.get().alwaysNeeded() && field.needed()) {
            violations.add(new Violation(at + "needed", "联系电话和电子邮箱填一项即可，不能规定必填其中一项。"));
        }
        Optional<Violation> length = new LengthRule(at + "label", "栏目名称", 2, 15).violation(field.label());
        if (length.isPresent()) {
            violations.add(length.get());
        } else if (!labels.add(field.label())) {
            violations.add(new Violation(at + "label", "栏目名称“" + field.label() + "”重复了。"));
        } else {
            notUnderstanding(field.code(), field.label()).ifPresent(reader -> violations.add(new Violation(at + "label",
                    reader.name() + "认不出“" + field.label() + "”这个名称，寄回的表会读不出来。可以用：" + examples(field.code()) + "。")));
        }
    }

    private String examples(String code) {
        return labels(code).stream().limit(5).collect(Collectors.joining("、"));
    }

    private Optional<FormReader> notUnderstanding(String code, String label) {
        return readers.stream().filter(each -> !each.reads(code, label)).findFirst();
    }
}
