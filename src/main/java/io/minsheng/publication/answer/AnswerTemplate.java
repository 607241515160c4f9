package io.minsheng.publication.answer;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Disposition;

/** A version of the words with which answers to one disposition begin in a campaign. Older versions stay as they are. */
@Entity
@Table(name = "answer_template")
public class AnswerTemplate {

    @Id
    private String id;
    private String campaign;
    @Enumerated(EnumType.STRING)
    private Disposition disposition;
    private int version;
    private String text;
    @Column(name = "written_by")
    private String writtenBy;
    @Column(name = "written_at")
    private Instant writtenAt;

    protected AnswerTemplate() {
    }

    AnswerTemplate(String campaign, Disposition disposition, int version, String text, String by, Instant at) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.disposition = disposition;
        this.version = version;
        this.text = text;
        this.writtenBy = by;
        this.writtenAt = at;
    }

    public Disposition disposition() {
        return disposition;
    }

    public int version() {
        return version;
    }

    public String text() {
        return text;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
