package io.minsheng.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Codes;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/** A candidate for a project: one or more suggestions that want the same. Without a list it waits for the next one. */
@Entity
@Table(name = "candidate_item")
public class CandidateItem {

    @Id
    private String id;
    private String campaign;
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
    @Enumerated(EnumType.STRING)
    private Result result;
    @Column(name = "result_reason")
    private String resultReason;
    /** Ids of the cases that belonged to it when its list was frozen and belong to another item now. */
    @ElementCollection
    @CollectionTable(name = "former_case", joinColumns = @JoinColumn(name = "item_id"))
    @Column(name = "proposal_id")
    private Set<String> formerCases = new HashSet<>();

    protected CandidateItem() {
    }

    CandidateItem(String campaign, String category, Plan plan) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.category = category;
        plan(plan);
    }

    /**
     * What would be done by whom.
     *
     * @param target 年度目标; may be null until the list is frozen
     * @param leads codes of leading organisations; may be empty until then
     * @param due a date (ISO 8601), 持续推进, or null
     */
    public record Plan(String title, String target, List<String> leads, List<String> assists, String due) {
    }

    void plan(Plan plan) {
        this.title = plan.title();
        this.target = plan.target();
        this.leads = plan.leads();
        this.assists = plan.assists();
        this.due = plan.due();
    }

    void enter(CandidateList list, int position) {
        this.listId = list.id();
        this.position = position;
    }

    void decide(Result result, String reason) {
        this.result = result;
        this.resultReason = reason;
    }

    /** The case was reopened and goes on to another item; what a frozen list says must not change by that. */
    void leave(Proposal proposal) {
        if (!waits()) {
            formerCases.add(proposal.id());
        }
    }

    boolean waits() {
        return listId == null;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    /** Id of its list; null while it waits for one. */
    public String listId() {
        return listId;
    }

    /** Place in its list, from 1; 0 while it waits. */
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

    public List<String> leads() {
        return leads == null ? List.of() : leads;
    }

    public List<String> assists() {
        return assists == null ? List.of() : assists;
    }

    public String due() {
        return due;
    }

    /** Null until decided. */
    public Result result() {
        return result;
    }

    public String resultReason() {
        return resultReason;
    }
}
