package io.minsheng.decision;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/** One round of candidates of a campaign: open, frozen, decided, published. */
@Entity
@Table(name = "candidate_list")
public class CandidateList {

    @Id
    private String id;
    private String campaign;
    private int number;
    @Enumerated(EnumType.STRING)
    private ListState state;
    private int version;
    private String digest;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "frozen_at")
    private Instant frozenAt;
    @Column(name = "frozen_by")
    private String frozenBy;
    @Column(name = "decided_body")
    private String decidedBody;
    @Column(name = "decided_meeting")
    private String decidedMeeting;
    @Column(name = "decided_on")
    private LocalDate decidedOn;
    @Column(name = "document_number")
    private String documentNumber;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "fan_out_batch")
    private String fanOutBatch;
    @Column(name = "fan_out_total")
    private int fanOutTotal;

    protected CandidateList() {
    }

    CandidateList(String campaign, int number, Instant openedAt) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.number = number;
        this.state = ListState.OPEN;
        this.version = 1;
        this.openedAt = openedAt;
    }

    /**
     * Who decided, where, when.
     *
     * @param documentNumber 文号, or null
     * @param recordedBy user name
     */
    public record Ruling(String body, String meeting, LocalDate decidedOn, String documentNumber, String recordedBy) {
    }

    void freeze(String digest, String by, Instant at) {
        require(ListState.OPEN);
        this.state = ListState.FROZEN;
        this.digest = digest;
        this.frozenBy = by;
        this.frozenAt = at;
    }

    /** Somebody saved it once more. */
    void nowIn(int version) {
        require(ListState.OPEN);
        this.version = version;
    }

    void decided(Ruling ruling) {
        require(ListState.FROZEN);
        this.state = ListState.DECIDED;
        this.decidedBody = ruling.body();
        this.decidedMeeting = ruling.meeting();
        this.decidedOn = ruling.decidedOn();
        this.documentNumber = ruling.documentNumber();
        this.decidedBy = ruling.recordedBy();
    }

    /**
     * The list is public now.
     *
     * @throws Refusal 409 when it is not decided
     */
    public void publish() {
        require(ListState.DECIDED);
        this.state = ListState.PUBLISHED;
    }

    void tells(String batch, int total) {
        this.fanOutBatch = batch;
        this.fanOutTotal = total;
    }

    private void require(ListState expected) {
        if (state != expected) {
            throw Refusal.conflict("名单现处于“" + state.label() + "”，不能这样办理。");
        }
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    public int number() {
        return number;
    }

    public ListState state() {
        return state;
    }

    public int version() {
        return version;
    }

    /** SHA-256 over the canonical content, hex; null until frozen. */
    public String digest() {
        return digest;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    public String frozenBy() {
        return frozenBy;
    }

    /** Null until decided. */
    public Ruling ruling() {
        return decidedBody == null ? null
                : new Ruling(decidedBody, decidedMeeting, decidedOn, documentNumber, decidedBy);
    }

    String fanOutBatch() {
        return fanOutBatch;
    }

    int fanOutTotal() {
        return fanOutTotal;
    }
}
