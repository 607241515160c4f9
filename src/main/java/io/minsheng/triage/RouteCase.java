package io.minsheng.triage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.identity.Organisations;
import io.minsheng.workflow.DecisionKey;
import io.minsheng.workflow.DecisionTables;
import io.quarkus.qute.TemplateData;

/**
 * Proposes who leads and who assists, by the table {@code bpmn/routing.dmn}. A proposal only: a person assigns. Where the table
 * has no rule, a campaign's own category has its usual lead.
 */
@Singleton
public class RouteCase {

    private static final String OWN_TOWNSHIP = "TOWNSHIP";

    private final DecisionTables tables;
    private final Campaigns campaigns;
    private final Organisations organisations;

    RouteCase(DecisionTables tables, Campaigns campaigns, Organisations organisations) {
        this.tables = tables;
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /**
     * What a suggestion says that matters here.
     *
     * @param category code
     * @param township code, or null
     */
    public record Matter(String campaign, String category, String township, String title, String content) {
    }

    /**
     * Who should have to do with it.
     *
     * @param lead code, or null where a person must choose
     * @param assistants codes; neither the lead nor anybody twice
     * @param reason what the rule says, in words; null without a rule
     */
    @TemplateData
    public record Route(String lead, List<String> assistants, String reason) {
    }

    public Route of(Matter matter) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("category", matter.category());
        inputs.put("township", matter.township());
        inputs.put("words", matter.title() + "\n" + matter.content());
        return tables.firstRule(DecisionKey.ROUTING, inputs).map(rule -> route(rule, matter)).orElseGet(() -> usual(matter));
    }

    private Route route(Map<String, Object> rule, Matter matter) {
        String named = (String) rule.get("lead");
        String lead = named != null && organisations.canHandle(named) ? named : null;
        List<String> assistants = Arrays.stream(((String) rule.get("assistants")).split(",")).map(String::strip)
                .map(each -> each.equals(OWN_TOWNSHIP) ? matter.township() : each)
                .filter(each -> each != null && organisations.canHandle(each)).filter(Predicate.not(each -> each.equals(lead)))
                .distinct().toList();
        return new Route(lead, assistants, (String) rule.get("reason"));
    }

    private Route usual(Matter matter) {
        String lead = campaigns.rules(matter.campaign()).category(matter.category()).map(Category::defaultLead).orElse(null);
        return new Route(lead, List.of(), lead == null ? null
                : "这一类别通常由" + organisations.shortName(lead) + "牵头");
    }
}
