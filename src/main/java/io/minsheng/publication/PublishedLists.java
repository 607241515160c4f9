package io.minsheng.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.implementation.Projects;
import io.minsheng.implementation.ReadProgress;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.proposal.Labels;

/** What everyone may read: the published lists of a campaign. */
@ApplicationScoped
public class PublishedLists {

    private final Publications publications;
    private final Redactions redactions;
    private final Projects projects;
    private final ReadProgress readProgress;
    private final Campaigns campaigns;
    private final Labels labels;
    private final UnitNames names;

    PublishedLists(Publications publications, Redactions redactions, Projects projects, ReadProgress readProgress,
            Campaigns campaigns, Labels labels, UnitNames names) {
        this.publications = publications;
        this.redactions = redactions;
        this.projects = projects;
        this.readProgress = readProgress;
        this.campaigns = campaigns;
        this.labels = labels;
        this.names = names;
    }

    /**
     * Which version of which list.
     *
     * @param id of the version; null for a draft
     * @param number from 1, counting what was published
     * @param correction why it was corrected; null for the first version
     * @param all every version of the list that was published, newest first; empty for a draft
     */
    public record Edition(String id, String campaign, String list, int number, String correction, List<EditionRow> all) {

        /** Whether a later version has taken its place. */
        public boolean replaced() {
            return !all.isEmpty() && !all.get(0).id().equals(id);
        }

        /** What was taken out of this version. */
        public List<BlackedOut> blackedOut() {
            return all.stream().filter(each -> each.id().equals(id)).flatMap(each -> each.blackedOut().stream()).toList();
        }
    }

    /** One version that was published: it stays reachable. */
    public record EditionRow(String id, int number, Instant publishedAt, String correction, List<BlackedOut> blackedOut) {
    }

    /** Personal data was taken out of it, when and why. */
    public record BlackedOut(Instant at, String reason) {
    }

    /** A published list, or how it would be. */
    public record PublishedList(Edition edition, String title, String text, Instant publishedAt, List<Row> rows,
            List<AnnexRow> annexes) {

        public String id() {
            return edition.id();
        }

        public String campaign() {
            return edition.campaign();
        }

        public int suggestions() {
            return rows.stream().mapToInt(Row::suggestions).sum();
        }

        /** The same list with some of its rows. */
        PublishedList only(List<Row> some) {
            return new PublishedList(edition, title, text, publishedAt, some, annexes);
        }

        public ProgressTotals totals() {
            return ProgressTotals.of(rows.stream().map(Row::progress).toList());
        }
    }

    /**
     * A file that is published with it.
     *
     * @param size in bytes
     * @param path where it is found on this server; null once it is blacked out
     */
    public record AnnexRow(String id, String name, long size, String mediaType, String sha256, String path) {

        static AnnexRow of(Annex annex, String folder) {
            StoredFile file = annex.file();
            return file.erased() ? new AnnexRow(annex.id(), Annex.BLACKED_OUT, 0, file.mediaType(), null, null)
                    : new AnnexRow(annex.id(), file.name(), file.size(), file.mediaType(), file.sha256(),
                            folder + annex.id());
        }

        /** 12 KB. */
        public String sizeText() {
            return size < 1024 * 1024 ? Math.max(1, size / 1024) + " KB" : size / 1024 / 1024 + " MB";
        }
    }

    /** A code and its Chinese name. */
    public record Named(String code, String name) {
    }

    /**
     * A row: 序号, 主要任务, 预期目标, 牵头单位, 配合单位, 完成时限; 来自 N 条建议、M 人.
     *
     * @param due in words, or empty
     */
    public record Row(String id, int position, String title, Named category, String target, List<Named> leads,
            String leadNames, List<Named> assists, String assistNames, String due, int suggestions, int people,
            ProjectProgress progress) {
    }

    /**
     * The released lists in the order of their first release, each as it is in force.
     *
     * @throws Refusal 404 unknown campaign
     */
    @Transactional
    public List<PublishedList> of(String campaign) {
        Map<String, List<Publication>> versions = versions(campaign);
        Map<String, List<Redaction>> redactions = redactions(versions.keySet());
        return versions.entrySet().stream().map(each -> list(each.getValue().get(each.getValue().size() - 1), each.getValue(),
                redactions.getOrDefault(each.getKey(), List.of()))).toList();
    }

    /**
     * One version, also one that was corrected since.
     *
     * @throws Refusal 404 unknown, or never published in this campaign
     */
    @Transactional
    public PublishedList version(String campaign, String id) {
        return versions(campaign).values().stream().flatMap(all -> all.stream().filter(each -> each.id().equals(id))
                .map(each -> list(each, all, redactions(List.of(each.listId())).getOrDefault(each.listId(), List.of()))))
                .findFirst().orElseThrow(() -> Refusal.notFound("没有这一版公布名单。"));
    }

    /**
     * One project as it is in force, alone on its list.
     *
     * @throws Refusal 404 unknown, or not published in this campaign
     */
    @Transactional
    public PublishedList project(String campaign, String id) {
        for (PublishedList each : of(campaign)) {
            List<Row> rows = each.rows().stream().filter(row -> row.id().equals(id)).toList();
            if (!rows.isEmpty()) {
                return each.only(rows);
            }
        }
        throw Refusal.notFound("没有这个项目。");
    }

    /** All released versions by list, oldest first. */
    private Map<String, List<Publication>> versions(String campaign) {
        campaigns.byCode(campaign);
        return publications.released(campaign).stream()
                .collect(Collectors.groupingBy(Publication::listId, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<String, List<Redaction>> redactions(Collection<String> lists) {
        return redactions.done(lists).stream().collect(Collectors.groupingBy(Redaction::listId));
    }

    /** The rows that the publication of a list will have, or has. */
    @Transactional
    public List<Row> rows(String list) {
        return rows(list, List.of());
    }

    /** The same in the words of a version; empty: those of the projects. */
    @Transactional
    public List<Row> rows(String list, Collection<PublishedWords> words) {
        List<Project> found = projects.ofList(list);
        Map<String, ProjectProgress> progress = readProgress.of(found);
        Map<String, PublishedWords> own = words.stream()
                .collect(Collectors.toMap(PublishedWords::project, Function.identity()));
        return found.stream()
                .map(each -> row(each, own.getOrDefault(each.id(), PublishedWords.of(each)), progress.get(each.id()))).toList();
    }

    private PublishedList list(Publication publication, List<Publication> all, List<Redaction> redactions) {
        List<EditionRow> editions = new ArrayList<>();
        for (Publication each : all) {
            List<BlackedOut> blackedOut = redactions.stream().filter(redaction -> redaction.concerns(each))
                    .map(redaction -> new BlackedOut(redaction.judgedAt(), redaction.reason())).toList();
            editions.add(0,
                    new EditionRow(each.id(), editions.size() + 1, each.releasedAt(), each.correction(), blackedOut));
        }
        Edition edition = new Edition(publication.id(), publication.campaign(), publication.listId(),
                all.indexOf(publication) + 1, publication.correction(), editions);
        return new PublishedList(edition, publication.title(), publication.text(), publication.releasedAt(),
                rows(publication.listId(), publication.rows()), publication.annexes().stream()
                        .map(each -> AnnexRow.of(each, "/published/" + publication.campaign() + "/annexes/")).toList());
    }

    private Row row(Project project, PublishedWords words, ProjectProgress progress) {
        return new Row(project.id(), project.position(), words.title(),
                new Named(project.category(), labels.category(project.campaign(), project.category())), words.target(),
                named(project.leads()), names.join(project.leads()), named(project.assists()), names.join(project.assists()),
                DueText.of(words.due()), project.suggestions(), project.people(), progress);
    }

    private List<Named> named(List<String> codes) {
        return codes.stream().map(each -> new Named(each, labels.organisation(each))).toList();
    }
}
