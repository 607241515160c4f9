package io.minsheng.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.Labels;
import io.minsheng.publication.PublishedLists.PublishedList;
import io.minsheng.publication.PublishedLists.Row;
import io.quarkus.qute.TemplateData;

/** Narrows published lists down to the projects of a category, or of a township from which one of their suggestions came. */
@ApplicationScoped
public class ChooseProjects {

    private final EntityManager entities;
    private final Labels labels;

    ChooseProjects(EntityManager entities, Labels labels) {
        this.entities = entities;
        this.labels = labels;
    }

    /**
     * The projects chosen, and what there is to choose from.
     *
     * @param lists those that hold any of them, with these rows only
     * @param category null for all
     * @param township null for all
     * @param all how many projects there are
     */
    @TemplateData
    public record Chosen(List<PublishedList> lists, String category, String township, List<Choice> categories,
            List<Choice> townships, int all) {

        public boolean narrowed() {
            return category != null || township != null;
        }

        public int count() {
            return lists.stream().mapToInt(each -> each.rows().size()).sum();
        }
    }

    /**
     * Narrows them down.
     *
     * @param category code; null, empty or unknown for all
     * @param township likewise
     */
    @Transactional
    public Chosen of(String campaign, List<PublishedList> lists, String category, String township) {
        Map<String, Set<String>> from = lists.isEmpty() ? Map.of() : townships(campaign);
        List<Row> rows = lists.stream().flatMap(each -> each.rows().stream()).toList();
        List<Choice> categories = rows.stream().map(each -> new Choice(each.category().code(), each.category().name()))
                .distinct()
                .toList();
        List<Choice> townships = rows.stream().flatMap(each -> from.getOrDefault(each.id(), Set.of()).stream()).distinct()
                .sorted().map(each -> new Choice(each, labels.township(each))).toList();
        String ofCategory = known(category, categories);
        String ofTownship = known(township, townships);
        Predicate<Row> wanted = row -> (ofCategory == null || row.category().code().equals(ofCategory))
                && (ofTownship == null || from.getOrDefault(row.id(), Set.of()).contains(ofTownship));
        return new Chosen(ofCategory == null && ofTownship == null ? lists
                : lists.stream().flatMap(each -> only(each, wanted))
                        .toList(),
                ofCategory, ofTownship, categories, townships, rows.size());
    }

    private static Stream<PublishedList> only(PublishedList list, Predicate<Row> wanted) {
        List<Row> rows = list.rows().stream().filter(wanted).toList();
        return rows.isEmpty() ? Stream.empty()
                : Stream.of(list.only(rows));
    }

    private static String known(String code, List<Choice> choices) {
        return choices.stream().map(Choice::code).filter(each -> each.equals(code)).findFirst().orElse(null);
    }

    /** By project. */
    private Map<String, Set<String>> townships(String campaign) {
        Map<String, Set<String>> townships = new LinkedHashMap<>();
        entities.createQuery("select distinct j.id, p.township from Project j, Proposal p where j.campaign = :campaign "
                + "and p.candidateItem = j.itemId and p.township is not null", Object[].class)
                .setParameter("campaign", campaign).getResultStream()
                .forEach(each -> townships.computeIfAbsent((String) each[0], id -> new TreeSet<>()).add((String) each[1]));
        return townships;
    }
}
