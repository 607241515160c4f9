package io.minsheng.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ProposerKind;

/**
 * Looks for personal data in what is about to become public: telephone, identity and card numbers, e-mail addresses, full names
 * of
 * the authors (domain: nothing that is published may contain them). The office's own telephone and mailbox are allowed.
 */
@ApplicationScoped
public class GuardPublic {

    private final Campaigns campaigns;
    private final Proposals proposals;
    private final Authors authors;

    GuardPublic(Campaigns campaigns, Proposals proposals, Authors authors) {
        this.campaigns = campaigns;
        this.proposals = proposals;
        this.authors = authors;
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
        Set<String> names = names(items);
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

    /** Organisations are named for their office; only people's names are looked for. */
    private Set<String> names(List<String> items) {
        Set<String> names = new LinkedHashSet<>();
        for (String item : items) {
            for (Proposal proposal : proposals.ofItem(item)) {
                String name = proposal.author().kind() == ProposerKind.ORGANISATION ? null
                        : authors.contact(proposal.author()).name();
                if (Texts.codePoints(name) > 1) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String without(String text, String phone, String mail) {
        String rest = text == null ? "" : text;
        for (String own : new String[] { phone, mail }) {
            rest = own == null || own.isBlank() ? rest : rest.replace(own, "");
        }
        return rest;
    }
}
