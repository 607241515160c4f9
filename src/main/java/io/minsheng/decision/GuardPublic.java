package io.minsheng.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.FineAddresses;
import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.AuthorNames;

/**
 * Looks for personal data in what is about to become public: telephone, identity and card numbers, e-mail addresses, homes and
 * full names of the authors (domain: nothing that is published may contain them). The office's own telephone, mailbox and
 * address are allowed.
 */
@ApplicationScoped
public class GuardPublic {

    private static final Pattern BLANKS = Pattern.compile("(?<=\\p{IsHan})[ \\t\u3000\u00A0]+(?=\\p{IsHan})");

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
     * What was found.
     *
     * @param words where
     * @param found kind, and the place itself, of which only the masked form may be shown
     */
    public record Spotted(Words words, Masking.Found found) {

        /** For the person who has to take it out. */
        public Violation violation() {
            return new Violation(words.field(), words.label() + "中有" + found.kind() + "：" + found.masked() + "，请删去。");
        }
    }

    /**
     * What was found where; empty when all is well.
     *
     * @param items ids of the candidate items whose authors' names must not occur
     */
    public List<Violation> check(String campaign, List<Words> words, List<String> items) {
        return spot(campaign, words, authorNames.of(items)).stream().map(Spotted::violation).toList();
    }

    /** The full names of the people behind candidate items: for {@link #spot}, never to be shown or kept. */
    public Set<String> names(List<String> items) {
        return authorNames.of(items);
    }

    /** The same, as it was found. */
    public List<Spotted> spot(String campaign, List<Words> words, Set<String> names) {
        Campaign office = campaigns.byCode(campaign);
        List<Spotted> spotted = new ArrayList<>();
        for (Words each : words) {
            String text = without(each.text(), office.phone(), office.mail(), office.address());
            Masking.find(text).forEach(found -> spotted.add(new Spotted(each, found)));
            FineAddresses.homes(text).forEach(found -> spotted.add(new Spotted(each, found)));
            // 王 小明 is 王小明
            String joined = BLANKS.matcher(text).replaceAll("");
            names.stream().filter(joined::contains).forEach(
                    name -> spotted.add(new Spotted(each, new Masking.Found("建议人的姓名", Masking.name(name), name))));
        }
        return spotted;
    }

    private static String without(String text, String... own) {
        String rest = text == null ? "" : text;
        for (String each : own) {
            rest = each == null || each.isBlank() ? rest : rest.replace(each, "");
        }
        return rest;
    }
}
