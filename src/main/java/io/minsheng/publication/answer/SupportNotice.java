package io.minsheng.publication.answer;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Support;

/** That somebody who supports a case gets its answer: by mail or short message, or, where neither reaches, from a person. */
@Entity
@Table(name = "support_notice")
public class SupportNotice {

    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "answer_id")
    private Answer answer;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "support_id")
    private Support support;
    @Enumerated(EnumType.STRING)
    private NoticeState state;
    private String note;
    @Column(name = "told_on")
    private LocalDate toldOn;
    @Column(name = "told_by")
    private String toldBy;

    protected SupportNotice() {
    }

    SupportNotice(Answer answer, Support support) {
        this.id = Ids.next();
        this.answer = answer;
        this.support = support;
        this.state = NoticeState.WAITING;
    }

    void sending() {
        this.state = NoticeState.SENDING;
    }

    /** The mail or message did not arrive: a person has to tell. */
    void undeliverable(String why) {
        this.state = NoticeState.WAITING;
        this.note = why;
    }

    void told(LocalDate on, String by, String note) {
        this.state = NoticeState.TOLD;
        this.toldOn = on;
        this.toldBy = by;
        if (note != null) {
            this.note = note;
        }
    }

    public String id() {
        return id;
    }

    public Answer answer() {
        return answer;
    }

    public Support support() {
        return support;
    }

    public NoticeState state() {
        return state;
    }

    /** What went wrong, or how the person was told; may be null. */
    public String note() {
        return note;
    }

    public LocalDate toldOn() {
        return toldOn;
    }
}
