package io.minsheng.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.AuthorNames;

/**
 * Looks for personal data in what is about to become public: telephone, identity and card numbers, e-mail addresses, full names
 * of
 * the authors (domain: nothing that is published may contain them). The office's own telephone and mailbox are allowed.
 */
@ApplicationScoped
public class GuardPublic {

    private final Campaigns campaigns;
    private final AuthorNames authorNames;

    GuardPublic(Campaigns campaigns, AuthorNames authorNames) {
        this.campaigns = campaigns;
        this.authorNames = authorNames;
    }

    /**
     * A text to look at.
     *
     * @param field name of the field
     * @param label what people call it
     */
    public record Words(String field, String label, String text) {
    }

    /**
     * What was found where; empty when all is well.
     *
     * @param items ids of the candidate items whose authors' names must not occur
     */
    public List<Violation> check(String campaign, List<Words> words, List<String> items) {
        Set<String> names = authorNames.of(items);
        Campaign office = campaigns.byCode(campaign);
        List<Violation> violations = new ArrayList<>();
        for (Words each : words) {
            String text = without(each.text(), office.phone(), office.mail());
            for (Masking.Found found : Masking.find(text)) {
                violations
                        .add(new Violation(each.field(), each.label() + "中有" + found.kind() + "：" + found.masked() + "，请删去。"));
            }
            names.stream().filter(text::contains).forEach(name -> violations.add(new Violation(each.field(),
                    each.label() + "中有建议人的姓名：" + Masking.name(name) + "，请删去。")));
        }
        return violations;
    }

    private static String without(String text, String phone, String mail) {
        String rest = text == null ? "" : text;
        for (String own : new String[] { phone, mail }) {
            rest = own == null || own.isBlank() ? rest : rest.replace(own, "");
        }
        return rest;
    }
}
