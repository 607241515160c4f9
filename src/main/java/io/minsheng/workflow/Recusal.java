package io.minsheng.workflow;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.Ids;

/** 回避: somebody has an interest in a case or list and works on nothing of it any more. It is not taken back. */
@Entity
@Table(name = "recusal")
public class Recusal {

    @Id
    private String id;
    private String username;
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_type")
    private SubjectType subjectType;
    @Column(name = "subject_id")
    private String subjectId;
    private String queue;
    private String organisation;
    private String reason;
    @Column(name = "declared_at")
    private Instant declaredAt;

    protected Recusal() {
    }

    Recusal(WorkItem item, String reason, Actor by, Instant at) {
        this.id = Ids.next();
        this.username = by.username();
        this.subjectType = item.subjectType();
        this.subjectId = item.subjectId();
        this.queue = item.queue();
        this.organisation = by.organisation();
        this.reason = reason;
        this.declaredAt = at;
    }

    public String username() {
        return username;
    }

    /** The queue of the task on which it was declared. */
    public String queue() {
        return queue;
    }

    public String reason() {
        return reason;
    }
}
