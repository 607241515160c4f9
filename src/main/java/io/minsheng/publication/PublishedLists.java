package io.minsheng.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.implementation.Projects;
import io.minsheng.implementation.ReadProgress;
import io.minsheng.proposal.Labels;

/** What everyone may read: the published lists of a campaign. */
@ApplicationScoped
public class PublishedLists {

    private final Publications publications;
    private final Projects projects;
    private final ReadProgress readProgress;
    private final Campaigns campaigns;
    private final Labels labels;
    private final UnitNames names;

    PublishedLists(Publications publications, Projects projects, ReadProgress readProgress, Campaigns campaigns,
            Labels labels, UnitNames names) {
        this.publications = publications;
        this.projects = projects;
        this.readProgress = readProgress;
        this.campaigns = campaigns;
        this.labels = labels;
        this.names = names;
    }

    /** A published list. */
    public record PublishedList(String id, String title, String text, Instant publishedAt, List<Row> rows,
            List<AnnexRow> annexes) {

        public int suggestions() {
            return rows.stream().mapToInt(Row::suggestions).sum();
        }

        public ProgressTotals totals() {
            return ProgressTotals.of(rows.stream().map(Row::progress).toList());
        }
    }

    /**
     * A file that is published with it.
     *
     * @param size in bytes
     * @param path where it is found on this server
     */
    public record AnnexRow(String id, String name, long size, String mediaType, String sha256, String path) {

        static AnnexRow of(Annex annex, String folder) {
            return new AnnexRow(annex.id(), annex.file().name(), annex.file().size(), annex.file().mediaType(),
                    annex.file().sha256(), folder + annex.id());
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
     * The released lists in the order of their release.
     *
     * @throws io.minsheng.platform.error.Refusal 404 unknown campaign
     */
    @Transactional
    public List<PublishedList> of(String campaign) {
        campaigns.byCode(campaign);
        return publications.released(campaign).stream().map(this::list).toList();
    }

    /** The rows that the publication of a list will have. */
    @Transactional
    public List<Row> rows(String list) {
        List<Project> found = projects.ofList(list);
        Map<String, ProjectProgress> progress = readProgress.of(found);
        return found.stream().map(each -> row(each, progress.get(each.id()))).toList();
    }

    private PublishedList list(Publication publication) {
        return new PublishedList(publication.id(), publication.title(), publication.text(), publication.releasedAt(),
                rows(publication.listId()), publication.annexes().stream()
                        .map(each -> AnnexRow.of(each, "/published/" + publication.campaign() + "/annexes/")).toList());
    }

    private Row row(Project project, ProjectProgress progress) {
        return new Row(project.id(), project.position(), project.title(),
                new Named(project.category(), labels.category(project.campaign(), project.category())), project.target(),
                named(project.leads()), names.join(project.leads()), named(project.assists()), names.join(project.assists()),
                DueText.of(project.due()), project.suggestions(),
                project.people(), progress);
    }

    private List<Named> named(List<String> codes) {
        return codes.stream().map(each -> new Named(each, labels.organisation(each))).toList();
    }
}
