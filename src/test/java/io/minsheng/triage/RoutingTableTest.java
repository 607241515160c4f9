package io.minsheng.triage;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

import io.minsheng.platform.text.Tsv;

/** Holds the table that routes cases to the rules of the house. */
class RoutingTableTest {

    private static final File FILE = new File("bpmn/routing.dmn");
    private static final String LITERAL = "\"[^\"]*\"";
    private static final String WORDS = "\\$\\{cellInput\\.contains\\(\"[\\p{IsHan}]+\"\\)( \\|\\| cellInput\\.contains\\(\"[\\p{IsHan}]+\"\\))*}";

    private final DmnModelInstance model = Dmn.readModelFromFile(FILE);
    private final Collection<Rule> rules = model.getModelElementsByType(Rule.class);

    private static String in(Rule rule, int column) {
        return rule.getInputEntries().stream().skip(column).findFirst().orElseThrow().getText().getTextContent();
    }

    private static String out(Rule rule, int column) {
        String text = rule.getOutputEntries().stream().skip(column).findFirst().orElseThrow().getText().getTextContent();
        assertThat(text).as(rule.getId()).matches(LITERAL);
        return text.substring(1, text.length() - 1);
    }

    private static Set<String> categories() {
        return Tsv.resource("data/categories.tsv").stream().map(row -> '"' + row.get("code") + '"').collect(toSet());
    }

    @Test
    void isOneValidTableNamedLikeItsFileOfWhichTheFirstRuleCounts() {
        Dmn.validateModel(model);
        Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
        assertThat(decision.getId() + ".dmn").isEqualTo(FILE.getName());
        assertThat(decision.getName()).matches("\\p{IsHan}+");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(model.getModelElementsByType(DecisionTable.class)).singleElement()
                .satisfies(table -> assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST));
    }

    @Test
    void everyCategoryHasARuleForAllThatItsOtherRulesDoNotCatch() {
        assertThat(rules.stream().filter(rule -> in(rule, 1).isEmpty() && in(rule, 2).isEmpty()).map(rule -> in(rule, 0)))
                .containsExactlyInAnyOrderElementsOf(categories());
        assertThat(rules.stream().map(rule -> in(rule, 0)).collect(toSet())).isEqualTo(categories());
    }

    @Test
    void noRuleStandsBehindTheOneThatCatchesAll() {
        for (String category : categories()) {
            List<Rule> own = rules.stream().filter(rule -> in(rule, 0).equals(category)).toList();
            assertThat(in(own.get(own.size() - 1), 2)).as(category).isEmpty();
        }
    }

    @Test
    void namesDepartmentsThatExistAndGivesItsReason() {
        Set<String> known = Tsv.resource("data/organisations.tsv").stream().filter(row -> !row.get("kind").equals("OFFICE"))
                .map(row -> row.get("code")).collect(toSet());
        assertThat(rules).allSatisfy(rule -> {
            List<String> assistants = Stream.of(out(rule, 1).split(",")).filter(each -> !each.isEmpty()).toList();
            assertThat(Stream.concat(Stream.of(out(rule, 0)).filter(each -> !each.isEmpty()),
                    assistants.stream().filter(each -> !each.equals("TOWNSHIP")))).as(rule.getId()).isSubsetOf(known)
                    .doesNotHaveDuplicates();
            assertThat(out(rule, 2)).as(rule.getId()).matches("[\\p{IsHan}、，]+");
        });
    }

    @Test
    void asksForWordsOnly() {
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.getId()).matches("Rule_[A-Za-z]+\\d\\d");
            assertThat(in(rule, 2)).as(rule.getId()).matches("|" + WORDS);
            assertThat(in(rule, 0)).as(rule.getId()).matches(LITERAL);
        });
    }
}
