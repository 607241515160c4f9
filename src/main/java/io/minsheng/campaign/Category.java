package io.minsheng.campaign;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.minsheng.platform.text.Tsv;

/**
 * 事项类别 of a campaign.
 *
 * @param code code of the contract ({@code EDUCATION})
 * @param name Chinese name
 * @param defaultLead code of the department that usually leads; null where a person assigns
 * @param scope what belongs to it
 */
@Embeddable
public record Category(String code, String name, @Column(name = "default_lead") String defaultLead, String scope) {

    /** The twelve categories of the call of 2024-09-24. */
    public static List<Category> usual() {
        // the list of the reference district says in English what belongs to each; the office reads it in Chinese
        Map<String, String> scopes = Tsv.resource("data/category-scopes.tsv").stream()
                .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("scope")));
        return Tsv.resource("data/categories.tsv").stream().map(row -> new Category(row.get("code"), row.get("name"),
                row.getOrNull("defaultLead"), scopes.get(row.get("code")))).toList();
    }

    /** The same category with what may change while cases have it; null changes nothing. */
    Category with(Category changed) {
        return changed == null ? this : new Category(code, name, changed.defaultLead, changed.scope);
    }
}
