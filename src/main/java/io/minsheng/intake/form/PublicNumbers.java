package io.minsheng.intake.form;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.proposal.PublicProjects;
import io.minsheng.proposal.Stage;
import io.quarkus.qute.TemplateData;

/** The numbers on the home page: counted from the register, at most half a minute old. */
@ApplicationScoped
public class PublicNumbers {

    private static final long FRESH_NANOS = 30_000_000_000L;
    private static final int MOST_PROJECTS = 6;
    private static final Set<Stage> PUBLISHED = EnumSet.of(Stage.PUBLISHED, Stage.IMPLEMENTING, Stage.COMPLETED);

    private final EntityManager entities;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final PublicProjects projects;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Set<String> counting = ConcurrentHashMap.newKeySet();

    PublicNumbers(EntityManager entities, Campaigns campaigns, Organisations organisations, PublicProjects projects) {
        this.entities = entities;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.projects = projects;
    }

    /** How many of something. */
    @TemplateData
    public record Count(String name, long count) {
    }

    /**
     * What is known to everyone about a campaign.
     *
     * @param byTownship only those with suggestions, most first; suggestions without a township are left out
     * @param byStage public stages, in the order of the procedure
     * @param published suggestions that became part of a published project
     * @param projects the first of them
     */
    @TemplateData
    public record Numbers(long received, long published, List<Count> byCategory, List<Count> byTownship, List<Count> byStage,
            List<Project> projects) {

        /** The longest bar. */
        public long mostInCategory() {
            return byCategory.stream().mapToLong(Count::count).max().orElse(0);
        }

        public long mostInTownship() {
            return byTownship.stream().mapToLong(Count::count).max().orElse(0);
        }
    }

    /** A published project. */
    @TemplateData
    public record Project(String id, String title, String category, String standing) {
    }

    private record Kept(Numbers numbers, long countedAt) {
    }

    @Transactional
    public Numbers of(String campaign) {
        Kept known = kept.get(campaign);
        if (known == null) {
            return kept.computeIfAbsent(campaign, this::counted).numbers();
        }
        // one reader counts anew, the others are content with what is known: counting takes long when there are many cases
        if (System.nanoTime() - known.countedAt() > FRESH_NANOS && counting.add(campaign)) {
            try {
                kept.put(campaign, counted(campaign));
            } finally {
                counting.remove(campaign);
            }
        }
        return kept.get(campaign).numbers();
    }

    private Kept counted(String campaign) {
        return new Kept(count(campaigns.rules(campaign)), System.nanoTime());
    }

    private Numbers count(CampaignRules campaign) {
        List<Count> categories = counts(campaign.code(), "category").stream()
                .map(each -> new Count(campaign.categoryName((String) each[0]), (Long) each[1])).toList();
        List<Count> townships = counts(campaign.code(), "township").stream().filter(each -> each[0] != null)
                .map(each -> new Count(organisations.shortName((String) each[0]), (Long) each[1])).toList();
        List<Object[]> byStage = counts(campaign.code(), "publicStage");
        List<Count> stages = byStage.stream()
                .sorted((one, other) -> ((Stage) one[0]).compareTo((Stage) other[0]))
                .map(each -> new Count(((Stage) each[0]).label(), (Long) each[1])).toList();
        long published = byStage.stream().filter(each -> PUBLISHED.contains(each[0])).mapToLong(each -> (Long) each[1]).sum();
        return new Numbers(categories.stream().mapToLong(Count::count).sum(), published, categories, townships, stages,
                projects.newest(campaign.code(), MOST_PROJECTS).stream().map(each -> new Project(each.id(), each.title(),
                        campaign.categoryName(each.category()), each.standing())).toList());
    }

    private List<Object[]> counts(String campaign, String attribute) {
        return entities.createQuery("select p.%1$s, count(p) from Proposal p where p.campaign = :campaign "
                .formatted(attribute) + "group by p.%1$s order by count(p) desc, p.%1$s".formatted(attribute), Object[].class)
                .setParameter("campaign", campaign).getResultList();
    }
}
