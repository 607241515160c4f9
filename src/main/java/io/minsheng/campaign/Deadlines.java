package io.minsheng.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Working days that a campaign allows for each kind of work (domain: default deadlines 5, 15, 10, 5, 5, one extension of 10).
 */
@Embeddable
public record Deadlines(@Column(name = "triage_days") int triage, @Column(name = "supplement_days") int supplement,
        @Column(name = "evaluation_days") int evaluation, @Column(name = "return_days") int returning,
        @Column(name = "conclusion_days") int conclusion, @Column(name = "extension_days") int extension) {

    public static final Deadlines DEFAULT = new Deadlines(5, 15, 10, 5, 5, 10);
}
