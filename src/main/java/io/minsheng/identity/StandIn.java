package io.minsheng.identity;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** AB角: somebody does the work of a colleague who is away, on these days. */
@Entity
@Table(name = "stand_in")
public class StandIn {

    @Id
    private String id;
    private String absent;
    @Column(name = "stand_in")
    private String standIn;
    @Column(name = "from_day")
    private LocalDate fromDay;
    @Column(name = "to_day")
    private LocalDate toDay;
    @Column(name = "named_by")
    private String namedBy;
    @Column(name = "named_at")
    private Instant namedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_at")
    private Instant endedAt;

    protected StandIn() {
    }

    StandIn(String absent, String standIn, LocalDate fromDay, LocalDate toDay, String namedBy, Instant namedAt) {
        this.id = Ids.next();
        this.absent = absent;
        this.standIn = standIn;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.namedBy = namedBy;
        this.namedAt = namedAt;
    }

    void end(String by, Instant at) {
        this.endedBy = by;
        this.endedAt = at;
    }

    /** Whether it is or will still be of effect. */
    boolean openOn(LocalDate today) {
        return endedAt == null && !toDay.isBefore(today);
    }

    public String id() {
        return id;
    }

    /** User name of the one who is away. */
    public String absent() {
        return absent;
    }

    /** User name of the one who does the work. */
    public String standIn() {
        return standIn;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    /** The last day. */
    public LocalDate toDay() {
        return toDay;
    }

    /** When somebody ended it before its time; else null. */
    public Instant endedAt() {
        return endedAt;
    }
}
