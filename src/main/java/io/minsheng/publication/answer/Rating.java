package io.minsheng.publication.answer;

import java.time.Instant;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

import io.minsheng.platform.persistence.Ids;

/** What an author thinks of an answer, and what a person decided about it if it was bad. */
@Entity
@Table(name = "rating")
public class Rating {

    /** What is decided about a bad rating. */
    public enum Outcome {

        /** The case is handled again. */
        REOPEN("重新办理"),
        /** The result stands. */
        KEEP("维持原结果");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private String id;
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "answer_id")
    private Answer answer;
    private int score;
    private String words;
    @Column(name = "rated_at")
    private Instant ratedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Column(name = "outcome_reason")
    private String outcomeReason;
    @Column(name = "judged_by")
    private String judgedBy;
    @Column(name = "judged_at")
    private Instant judgedAt;

    protected Rating() {
    }

    Rating(Answer answer, Satisfaction satisfaction, String words, Instant ratedAt) {
        this.id = Ids.next();
        this.answer = answer;
        this.score = satisfaction.score();
        this.words = words;
        this.ratedAt = ratedAt;
    }

    void judge(Outcome outcome, String reason, String by, Instant at) {
        this.outcome = outcome;
        this.outcomeReason = reason;
        this.judgedBy = by;
        this.judgedAt = at;
    }

    /** Takes the person out of what was written. */
    void forgetPerson(UnaryOperator<String> mask) {
        words = mask.apply(words);
    }

    public Answer answer() {
        return answer;
    }

    public Satisfaction satisfaction() {
        return Satisfaction.of(score).orElseThrow();
    }

    /** The author's words; may be null. */
    public String words() {
        return words;
    }

    public Instant ratedAt() {
        return ratedAt;
    }

    /** Null until a person has decided, and for ratings about which nothing is to be decided. */
    public Outcome outcome() {
        return outcome;
    }

    public String outcomeReason() {
        return outcomeReason;
    }

    /** User name; null before. */
    public String judgedBy() {
        return judgedBy;
    }

    public Instant judgedAt() {
        return judgedAt;
    }
}
