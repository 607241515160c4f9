package io.minsheng.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/** Organisations as lists write them: 区教委、各镇街. Clerks type names faster than they find them in a list of a hundred. */
@ApplicationScoped
public class UnitNames {

    private static final String ALL_TOWNSHIPS = "各镇街";

    private final Organisations organisations;

    UnitNames(Organisations organisations) {
        this.organisations = organisations;
    }

    /** The names in the order of the codes; all townships together are 各镇街. */
    public String join(List<String> codes) {
        List<String> townships = townships();
        boolean all = !townships.isEmpty() && codes.size() > 1 && new HashSet<>(codes).containsAll(townships);
        List<String> names = new ArrayList<>();
        for (String code : codes) {
            if (!all || !townships.contains(code)) {
                names.add(organisations.shortName(code));
            }
        }
        if (all) {
            names.add(ALL_TOWNSHIPS);
        }
        return String.join("、", names);
    }

    /** The codes of what was typed: names, other names or codes, however separated; what is unknown stays as it was typed. */
    public List<String> codes(String typed) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : (typed == null ? "" : typed).split("[、，,；;\\s]+")) {
            if (name.equals(ALL_TOWNSHIPS)) {
                codes.addAll(townships());
            } else if (!name.isEmpty()) {
                codes.add(find(name).map(Organisation::code).orElse(name));
            }
        }
        return List.copyOf(codes);
    }

    /** The names one may type. */
    public List<String> known() {
        return organisations.handling().stream().map(Organisation::shortName).toList();
    }

    private Optional<Organisation> find(String name) {
        return organisations.handling().stream()
                .filter(each -> Arrays.asList(each.code(), each.shortName(), each.name()).contains(name)
                        || each.aliases().contains(name))
                .findFirst();
    }

    private List<String> townships() {
        return organisations.townships().stream().map(Organisation::code).toList();
    }
}
