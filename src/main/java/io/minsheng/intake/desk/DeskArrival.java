package io.minsheng.intake.desk;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Channel;

/** A letter, a visit or a call as it came to a desk (来件). It holds one suggestion, or several. */
@Entity
@Table(name = "desk_arrival")
public class DeskArrival {

    @Id
    private String id;
    private String campaign;
    private String desk;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private String envelope;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    @Column(name = "postmarked_on")
    private LocalDate postmarkedOn;
    @Column(name = "entered_by")
    private String enteredBy;
    @Column(name = "entered_at")
    private Instant enteredAt;

    protected DeskArrival() {
    }

    DeskArrival(String campaign, String desk, DeskEntry.Arrival arrival, String envelope, String enteredBy, Instant enteredAt) {
        this.id = Ids.next();
        this.campaign = campaign;
        this.desk = desk;
        this.channel = arrival.channel();
        this.envelope = envelope;
        this.receivedOn = arrival.receivedOn();
        this.postmarkedOn = arrival.postmarkedOn();
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    public String id() {
        return id;
    }

    public String campaign() {
        return campaign;
    }

    /** Code of the desk; null if the office itself took it in. */
    public String desk() {
        return desk;
    }

    public Channel channel() {
        return channel;
    }

    /** Number that the desk gave it, or null. */
    public String envelope() {
        return envelope;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** Null where there is none or it cannot be read. */
    public LocalDate postmarkedOn() {
        return postmarkedOn;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
