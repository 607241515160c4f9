package io.minsheng.implementation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Codes;
import io.minsheng.platform.persistence.Ids;

/** An adopted candidate: a livelihood project of the year, public once its list is published. */
@Entity
@Table(name = "project")
public class Project {

    /** The monthly report of a published project is overdue; fired by the timer that reminds its lead. */
    public record ReportOverdue(Project project) {
    }

    @Id
    private String id;
    private String campaign;
    @Column(name = "item_id")
    private String itemId;
    @Column(name = "list_id")
    private String listId;
    private int position;
    private String title;
    private String category;
    private String target;
    @Convert(converter = Codes.class)
    private List<String> leads;
    @Convert(converter = Codes.class)
    private List<String> assists;
    private String due;
    private int suggestions;
    private int people;
    private BigDecimal investment;
    @Column(name = "published_at")
    private Instant publishedAt;
    @Column(name = "closed_at")
    private Instant closedAt;

    protected Project() {
    }

    /**
     * Where a project comes from.
     *
     * @param item id of the candidate item
     * @param suggestions from how many suggestions (N 条建议)
     * @param people by how many people (M 人)
     */
    public record Source(String campaign, String list, String item, int suggestions, int people) {
    }

    /**
     * What is to be done: the row of the published list.
     *
     * @param position 序号 within the list, from 1
     * @param leads codes of the leading organisations, at least one
     * @param due a date (ISO 8601), 持续推进, or null
     * @param investment 年度投资计划 in 万元, or null
     */
    public record Task(int position, String title, String category, String target, List<String> leads, List<String> assists,
            String due, BigDecimal investment) {
    }

    public Project(Source source, Task task) {
        this.id = Ids.next();
        this.campaign = source.campaign();
        this.listId = source.list();
        this.itemId = source.item();
        this.suggestions = source.suggestions();
        this.people = source.people();
        this.position = task.position();
        this.title = task.title();
        this.category = task.category();
        this.target = task.target();
        this.leads = task.leads();
        this.assists = task.assists();
        this.due = task.due();
        this.investment = task.investment();
    }

    /** Makes it public; a second call changes nothing. */
    void publish(Instant at) {
        if (publishedAt == null) {
            publishedAt = at;
        }
    }

    /** The published list was corrected: what the project is called, what it is to reach, until when. */
    public void correct(String title, String target, String due) {
        this.title = title;
        this.target = target;
        this.due = due;
    }

    /** 销号; tells whether it was not closed yet. */
    public boolean close(Instant at) {
        if (closedAt != null) {
            return false;
        }
        closedAt = at;
        return true;
    }

    /** It was closed by mistake. */
    void reopen() {
        closedAt = null;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    public String itemId() {
        return itemId;
    }

    public String listId() {
        return listId;
    }

    public int position() {
        return position;
    }

    public String title() {
        return title;
    }

    public String category() {
        return category;
    }

    public String target() {
        return target;
    }

    /** Codes of the leading organisations. */
    public List<String> leads() {
        return leads;
    }

    /** Code of the first leading organisation: it reports. */
    public String lead() {
        return leads.get(0);
    }

    /** Codes of the assisting organisations. */
    public List<String> assists() {
        return assists == null ? List.of() : assists;
    }

    /** A date (ISO 8601), 持续推进, or null. */
    public String due() {
        return due;
    }

    public int suggestions() {
        return suggestions;
    }

    public int people() {
        return people;
    }

    /** 年度投资计划 in 万元, as the lead department estimated; or null. */
    public BigDecimal investment() {
        return investment;
    }

    /** Null until its list is published. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** When it was closed (销号); null before. */
    public Instant closedAt() {
        return closedAt;
    }
}
