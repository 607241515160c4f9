package io.minsheng.calendar;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A day that is not what its weekday says, by the yearly notice of the State Council (节假日安排的通知). */
@Entity
@Table(name = "workday_exception")
public class WorkdayException {

    /** What the day is. */
    public enum Kind {
        /** A weekday off, or a holiday. */
        OFF,
        /** A Saturday or Sunday that is worked (调休). */
        WORK
    }

    @Id
    @Column(name = "on_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(length = 4)
    private Kind kind;

    @Column(length = 40)
    private String name;

    protected WorkdayException() {
    }

    public WorkdayException(LocalDate day, Kind kind, String name) {
        this.day = day;
        this.kind = kind;
        this.name = name;
    }

    public LocalDate day() {
        return day;
    }

    public Kind kind() {
        return kind;
    }

    /** The holiday it belongs to, e.g. 春节. */
    public String name() {
        return name;
    }
}
