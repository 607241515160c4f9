package io.minsheng.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** One opinion as a department gave it; never changed, a later one stands beside it. */
@Entity
@Table(name = "opinion_version")
public class OpinionVersion {

    @Id
    private String id;
    @Column(name = "part_id")
    private String partId;
    private int number;
    @Embedded
    private Judgement judgement;
    @ElementCollection
    @CollectionTable(name = "opinion_version_score", joinColumns = @JoinColumn(name = "version_id"))
    @MapKeyColumn(name = "principle")
    @Column(name = "score")
    private Map<String, Integer> scores = new HashMap<>();
    @Column(name = "written_by")
    private String writtenBy;
    @Column(name = "written_at")
    private Instant writtenAt;

    protected OpinionVersion() {
    }

    OpinionVersion(Part part, int number, Opinion opinion, String by, Instant at) {
        this.id = Ids.next();
        this.partId = part.id();
        this.number = number;
        this.judgement = Judgement.of(opinion);
        this.scores.putAll(opinion.scores());
        this.writtenBy = by;
        this.writtenAt = at;
    }

    public String id() {
        return id;
    }

    public String partId() {
        return partId;
    }

    /** 1 for the first. */
    public int number() {
        return number;
    }

    public Opinion opinion() {
        return judgement.with(scores);
    }

    /** User name. */
    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
