package io.minsheng.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

import io.minsheng.decision.VoteRule.Terms;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/**
 * A vote on a frozen list. Secret: it knows who has voted, and how often each candidate was named, but no ballot is kept, so
 * nothing tells who voted what.
 */
@Entity
@Table(name = "list_vote")
public class ListVote {

    @Id
    private String id;
    @Column(name = "list_id")
    private String listId;
    @Enumerated(EnumType.STRING)
    private VoteMode mode;
    private int choices;
    private int seats;
    private int threshold;
    @Enumerated(EnumType.STRING)
    private VoteState state;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "closed_by")
    private String closedBy;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Column(name = "tie_reason")
    private String tieReason;
    @Column(name = "tie_settled_by")
    private String tieSettledBy;
    @Column(name = "tie_settled_at")
    private Instant tieSettledAt;
    @ElementCollection
    @CollectionTable(name = "vote_turnout", joinColumns = @JoinColumn(name = "vote_id"))
    @Column(name = "username")
    private Set<String> voters = new HashSet<>();
    @ElementCollection
    @CollectionTable(name = "vote_sum", joinColumns = @JoinColumn(name = "vote_id"))
    private List<Sum> sums = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "void_vote", joinColumns = @JoinColumn(name = "vote_id"))
    @OrderBy("openedAt")
    private List<VoidVote> voided = new ArrayList<>();

    protected ListVote() {
    }

    ListVote(CandidateList list, Terms terms, List<CandidateItem> items, String by, Instant at) {
        this.id = Ids.next();
        this.listId = list.id();
        open(terms, by, at);
        items.forEach(each -> sums.add(new Sum(each.id(), 0, 0, false)));
    }

    private void open(Terms terms, String by, Instant at) {
        this.mode = terms.mode();
        this.choices = terms.choices();
        this.seats = terms.seats();
        this.threshold = terms.threshold();
        this.state = VoteState.OPEN;
        this.openedBy = by;
        this.openedAt = at;
    }

    /**
     * Everybody votes once more; of the void vote stays how many had voted.
     *
     * @throws Refusal 409 it is not void
     */
    void repeat(Terms terms, String reason, String by, Instant at) {
        if (state != VoteState.VOID) {
            throw Refusal.conflict("只有票数不足而无效的投票可以重新开始。");
        }
        voided.add(new VoidVote(mode, choices, seats, threshold, voters.size(), openedAt, closedAt, reason, by));
        voters.clear();
        open(terms, by, at);
        closedBy = null;
        closedAt = null;
    }

    /**
     * What a candidate has got.
     *
     * @param ballots how many ballots name it
     * @param points as many when candidates are chosen; K for a first place and so on when they are ranked
     * @param chosenInTie the office gave it a seat that others had the same result for
     */
    @Embeddable
    public record Sum(@Column(name = "item_id") String item, int ballots, int points,
            @Column(name = "chosen_in_tie") boolean chosenInTie) {
    }

    /**
     * One more person has voted for these, the first one first.
     *
     * @throws Refusal 409 closed, or voted already
     */
    void cast(String voter, List<String> chosen) {
        if (state != VoteState.OPEN) {
            throw Refusal.conflict("投票已经结束。");
        }
        if (!voters.add(voter)) {
            throw Refusal.conflict("您已经投过票，每人只能投一次。");
        }
        // all sums are written anew with every ballot: which rows changed last must not tell what the last one said
        sums.replaceAll(each -> {
            int place = chosen.indexOf(each.item());
            return place < 0 ? each
                    : new Sum(each.item(), each.ballots() + 1,
                            each.points() + (mode == VoteMode.RANK ? choices - place : 1), false);
        });
    }

    void close(VoteState how, String by, Instant at) {
        if (state != VoteState.OPEN) {
            throw Refusal.conflict("投票已经结束。");
        }
        state = how;
        closedBy = by;
        closedAt = at;
        if (how == VoteState.VOID) {
            // sums of one or two ballots would tell who voted what
            sums.replaceAll(each -> new Sum(each.item(), 0, 0, false));
        }
    }

    void settle(Set<String> chosen, String reason, String by, Instant at) {
        if (state != VoteState.TIED) {
            throw Refusal.conflict("现在没有需要决定的并列。");
        }
        state = VoteState.COUNTED;
        tieReason = reason;
        tieSettledBy = by;
        tieSettledAt = at;
        sums.replaceAll(each -> new Sum(each.item(), each.ballots(), each.points(), chosen.contains(each.item())));
    }

    public String id() {
        return id;
    }

    public String listId() {
        return listId;
    }

    public Terms terms() {
        return new Terms(mode, choices, seats, threshold);
    }

    public VoteState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null while open. */
    public Instant closedAt() {
        return closedAt;
    }

    /** Why the office chose among candidates with the same result; null when there was no need. */
    public String tieReason() {
        return tieReason;
    }

    /** User name; null when there was no tie. */
    public String tieSettledBy() {
        return tieSettledBy;
    }

    /** User names of those who have voted. */
    public Set<String> voters() {
        return Set.copyOf(voters);
    }

    /** Earlier votes on this list that were void, oldest first. */
    public List<VoidVote> voided() {
        return List.copyOf(voided);
    }

    List<Sum> sums() {
        return List.copyOf(sums);
    }
}
