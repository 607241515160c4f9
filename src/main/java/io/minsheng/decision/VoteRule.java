package io.minsheng.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a campaign votes on its lists; a vote keeps the terms with which it was opened. */
@Entity
@Table(name = "vote_rule")
public class VoteRule {

    @Id
    private String campaign;
    @Enumerated(EnumType.STRING)
    private VoteMode mode;
    private int choices;
    private int seats;
    private int threshold;

    protected VoteRule() {
    }

    VoteRule(String campaign, Terms terms) {
        this.campaign = campaign;
        change(terms);
    }

    /**
     * What a vote goes by.
     *
     * @param choices how many candidates a ballot names at the most (K)
     * @param seats how many candidates can be proposed for adoption
     * @param threshold share of the ballots that must name a candidate, per cent, 0 to 100
     */
    public record Terms(VoteMode mode, int choices, int seats, int threshold) {

        static final Terms USUAL = new Terms(VoteMode.CHOOSE, 10, 10, 50);
    }

    void change(Terms terms) {
        this.mode = terms.mode();
        this.choices = terms.choices();
        this.seats = terms.seats();
        this.threshold = terms.threshold();
    }

    Terms terms() {
        return new Terms(mode, choices, seats, threshold);
    }
}
