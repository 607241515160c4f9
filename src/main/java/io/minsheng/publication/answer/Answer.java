package io.minsheng.publication.answer;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;
import io.minsheng.publication.TwoPersons;

/**
 * The answer that ends one handling of a case: owed or not and why, its text, who drafted and released it, how it arrived. A
 * reopened case gets another one; the earlier ones stay as they are.
 */
@Entity
@Table(name = "answer")
public class Answer {

    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;
    private int number;
    @Enumerated(EnumType.STRING)
    private AnswerState state;
    private boolean owed;
    @Column(name = "not_owed_reason")
    private String notOwedReason;
    @Enumerated(EnumType.STRING)
    private WayOfDelivery way;
    private String text;
    @Embedded
    private Draft draft;
    @Column(name = "released_by")
    private String releasedBy;
    @Column(name = "released_at")
    private Instant releasedAt;
    @Column(name = "held_by")
    private String heldBy;
    @Column(name = "held_until")
    private Instant heldUntil;
    @Column(name = "delivered_on")
    private LocalDate deliveredOn;
    @Column(name = "delivery_note")
    private String deliveryNote;

    protected Answer() {
    }

    /** Who drafted it when, and why the second person gave it back, if so. */
    @Embeddable
    public record Draft(@Column(name = "drafted_by") String by, @Column(name = "drafted_at") Instant at,
            @Column(name = "returned_reason") String returnedReason) {
    }

    private Answer(Proposal proposal, AnswerState state) {
        this.id = Ids.next();
        this.proposal = proposal;
        this.number = proposal.handling();
        this.state = state;
        this.owed = state.owed();
    }

    static Answer owedTo(Proposal proposal, String text, WayOfDelivery way) {
        Answer answer = new Answer(proposal, AnswerState.DRAFTING);
        answer.text = text;
        answer.way = way;
        return answer;
    }

    /** What a case that was merged gets when the answer of its main case was released: released by the same two people. */
    static Answer releasedWith(Answer main, Proposal member, String text, WayOfDelivery way) {
        Answer answer = new Answer(member, AnswerState.RELEASED);
        answer.text = text;
        answer.way = way;
        answer.draft = main.draft;
        answer.releasedBy = main.releasedBy;
        answer.releasedAt = main.releasedAt;
        return answer;
    }

    static Answer notOwed(Proposal proposal, String reason) {
        Answer answer = new Answer(proposal, AnswerState.NOT_OWED);
        answer.notOwedReason = reason;
        return answer;
    }

    void draft(String text, WayOfDelivery way, String by, Instant at) {
        this.text = text;
        this.way = way;
        this.draft = new Draft(by, at, null);
        this.state = AnswerState.DRAFTED;
    }

    void giveBack(String reason, String by) {
        TwoPersons.require(draftedBy(), by);
        this.draft = new Draft(draft.by(), draft.at(), reason);
        this.state = AnswerState.RETURNED;
    }

    void release(String by, Instant at) {
        TwoPersons.require(draftedBy(), by);
        this.releasedBy = by;
        this.releasedAt = at;
        this.state = AnswerState.RELEASED;
    }

    /** Signed, but kept back until then. */
    void holdBack(String by, Instant until) {
        TwoPersons.require(draftedBy(), by);
        this.heldBy = by;
        this.heldUntil = until;
        this.state = AnswerState.HELD;
    }

    /** The time for which it was held back is over. */
    public void letGo(Instant at) {
        if (state == AnswerState.HELD) {
            release(heldBy, at);
        }
    }

    /** Stopped while it was held back: it is drafted anew. */
    void stop(String reason) {
        this.draft = new Draft(draft.by(), draft.at(), "停发：" + reason);
        this.heldBy = null;
        this.heldUntil = null;
        this.state = AnswerState.RETURNED;
    }

    /** What went wrong on the way; it still has to be brought. */
    void note(String what) {
        this.deliveryNote = what;
    }

    /** The mail waits in the outbox. */
    public void sending() {
        this.state = AnswerState.SENDING;
    }

    /** Its author has read it online and rated it: nobody need bring it any more. */
    public void read(LocalDate on) {
        if (state != AnswerState.DELIVERED) {
            delivered(on);
            this.deliveryNote = "建议人已在网上查看并评价";
        }
    }

    /** The mail did not arrive: another way has to be found. */
    void undeliverable(String why) {
        this.state = AnswerState.UNDELIVERABLE;
        this.deliveredOn = null;
        this.deliveryNote = why;
    }

    void handedOver(LocalDate on, String note) {
        this.deliveredOn = on;
        if (note != null) {
            this.deliveryNote = note;
        }
    }

    /** It has reached the author; the date of a person's hand-over stays, else it is this one. */
    public void delivered(LocalDate on) {
        if (deliveredOn == null) {
            this.deliveredOn = on;
        }
        this.state = AnswerState.DELIVERED;
    }

    public String id() {
        return id;
    }

    public Proposal proposal() {
        return proposal;
    }

    /** Which handling of the case it ends, from 1. */
    public int number() {
        return number;
    }

    public AnswerState state() {
        return state;
    }

    public boolean owed() {
        return owed;
    }

    public String notOwedReason() {
        return notOwedReason;
    }

    /** How it reaches the author; null when none is owed. */
    public WayOfDelivery way() {
        return way;
    }

    public String text() {
        return text;
    }

    public String draftedBy() {
        return draft == null ? null : draft.by();
    }

    public Instant draftedAt() {
        return draft == null ? null : draft.at();
    }

    public String returnedReason() {
        return draft == null ? null : draft.returnedReason();
    }

    public String releasedBy() {
        return releasedBy;
    }

    /** Null until the second person released it. */
    public Instant releasedAt() {
        return releasedAt;
    }

    /** Until when it is held back, or was; null when it was not. */
    public Instant heldUntil() {
        return heldUntil;
    }

    public LocalDate deliveredOn() {
        return deliveredOn;
    }

    public String deliveryNote() {
        return deliveryNote;
    }
}
