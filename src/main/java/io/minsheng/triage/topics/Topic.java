package io.minsheng.triage.topics;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** Cases of one campaign that want the same; which, {@link TopicCase} says. */
@Entity
@Table(name = "topic")
public class Topic {

    @Id
    private String id;
    private String campaign;
    @Column(name = "found_at")
    private Instant foundAt;
    @Column(name = "dismissed_by")
    private String dismissedBy;
    @Column(name = "dismissed_at")
    private Instant dismissedAt;
    private String reason;

    protected Topic() {
    }

    Topic(String campaign, Instant foundAt) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.foundAt = foundAt;
    }

    void dismiss(String by, Instant at, String why) {
        this.dismissedBy = by;
        this.dismissedAt = at;
        this.reason = why;
    }

    void restore() {
        this.dismissedBy = null;
        this.dismissedAt = null;
        this.reason = null;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    /** Somebody has said that it is none, or needs no attention. */
    public boolean dismissed() {
        return dismissedAt != null;
    }
}
