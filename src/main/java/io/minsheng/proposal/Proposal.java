package io.minsheng.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.NaturalId;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.persistence.Ids;

/**
 * A suggestion as the register keeps it. {@code stage} is what the office says, {@code publicStage} what the author may
 * know: until an answer or publication is released by the second person, the last stage before the verdict.
 */
@Entity
@DynamicUpdate
@Table(name = "proposal")
public class Proposal {

    /** A suggestion was registered; the query code is in the clear here and nowhere else. */
    public record Registered(Proposal proposal, String queryCode) {
    }

    /** Suggestions that have nothing to do with each other were registered together; each author is told for itself. */
    public record RegisteredEach(List<Registered> all) {
    }

    /** Several suggestions of one author came in one piece and are registered; one message tells all numbers. */
    public record RegisteredTogether(List<Registered> all) {
    }

    /** A case went from one stage to another. */
    public record Moved(Proposal proposal, Stage from, Stage to) {
    }

    /** A case was split; whoever tells the author should do so now. */
    public record Split(Proposal parent, List<Part> children) {
    }

    /** A further part of a split case; the query code is in the clear here and nowhere else. */
    public record Part(Proposal proposal, String queryCode) {
    }

    /** A case joined another one and stands still from now on. */
    public record Merged(Proposal member, Proposal into) {
    }

    /** A case left the one it was merged into and goes on where it stood. */
    public record Unmerged(Proposal member, Proposal from) {
    }

    /** Something happened to a case; told once or more often in a transaction. */
    public record Changed(String id) {
    }

    @Id
    private String id;
    @NaturalId
    @Column(name = "case_number")
    private String caseNumber;
    private String campaign;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private Author author;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private String title;
    private String category;
    private String content;
    private String reason;
    private String township;
    private String place;
    private String beneficiaries;
    @Embedded
    private Target target;
    @Column(name = "reply_wanted")
    private boolean replyWanted;
    @Enumerated(EnumType.STRING)
    private NewProposal.Consent consent;
    @Column(name = "privacy_version")
    private Integer privacyVersion;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "postmarked_on")
    private LocalDate postmarkedOn;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    private String desk;
    @Column(name = "registered_by")
    private String registeredBy;
    private boolean late;
    private boolean urgent;
    @Column(name = "urgent_reason")
    private String urgentReason;
    @Column(name = "urgent_since")
    private Instant urgentSince;
    @Column(name = "query_code_digest")
    private String queryCodeDigest;
    @Enumerated(EnumType.STRING)
    private Stage stage;
    @Enumerated(EnumType.STRING)
    @Column(name = "public_stage")
    private Stage publicStage;
    @Column(name = "stage_since")
    private Instant stageSince;
    @Enumerated(EnumType.STRING)
    private Disposition disposition;
    @Column(name = "disposition_reason")
    private String dispositionReason;
    @Column(name = "public_title")
    private String publicTitle;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    private Proposal mergedInto;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "split_from")
    private Proposal splitFrom;
    @Column(name = "candidate_item")
    private String candidateItem;
    @Column(name = "source_message")
    private String sourceMessage;
    @Column(name = "process_instance")
    private String processInstance;
    private int handling = 1;
    @Version
    private int version;

    protected Proposal() {
    }

    Proposal(String caseNumber, String queryCodeDigest, NewProposal registered, Author author, boolean late, Instant now) {
        NewProposal.Wish wish = registered.wish();
        NewProposal.Origin origin = registered.origin();
        this.id = Ids.next();
        this.caseNumber = caseNumber;
        this.queryCodeDigest = queryCodeDigest;
        this.campaign = registered.campaign();
        this.author = author;
        this.channel = origin.channel();
        this.title = wish.title();
        this.category = wish.category();
        this.content = wish.content();
        this.reason = wish.reason();
        this.township = wish.township();
        this.place = wish.place();
        this.beneficiaries = wish.beneficiaries();
        this.target = wish.target();
        this.replyWanted = registered.proposer().replyWanted();
        this.consent = origin.consent();
        this.receivedAt = origin.receivedAt();
        this.postmarkedOn = origin.postmarkedOn();
        this.receivedOn = origin.receivedOn();
        this.desk = origin.desk();
        this.sourceMessage = origin.sourceMessage();
        this.late = late;
        this.stage = Stage.RECEIVED;
        this.publicStage = Stage.RECEIVED;
        this.stageSince = now;
    }

    /** A further part of a mail or letter that held several suggestions. */
    void partOf(Proposal whole) {
        this.splitFrom = whole;
    }

    /** After a split it says only its own part; the whole is kept by {@link SplitSource}. */
    void rewrite(NewProposal.Wish part) {
        this.title = part.title();
        this.category = part.category();
        this.content = part.content();
    }

    void told(Integer privacyVersion) {
        this.privacyVersion = privacyVersion;
    }

    void registeredBy(String username) {
        this.registeredBy = username;
    }

    void handledBy(String processInstance) {
        this.processInstance = processInstance;
    }

    /** The one guarded way from stage to stage; {@code visible}: whether the author may know at once. */
    void moveTo(Stage next, boolean visible, Instant at) {
        if (!stage.mayBecome(next)) {
            throw Refusal.conflict("案件现处于“" + stage.label() + "”，不能转入“" + next.label() + "”。");
        }
        this.stage = next;
        this.stageSince = at;
        if (visible) {
            this.publicStage = next;
        }
    }

    void dispose(Disposition how, String why, Instant at) {
        if (disposition != null) {
            throw Refusal.conflict("案件已有办理结果“" + disposition.label() + "”。");
        }
        moveTo(how.stage(), !how.waitsForRelease(), at);
        this.disposition = how;
        this.dispositionReason = why;
    }

    /** Back to the stage from which it is handled again; what ends otherwise keeps its end and is owed another answer only. */
    void reopen(Instant at) {
        if (disposition == null || disposition == Disposition.WITHDRAWN) {
            throw Refusal.conflict("案件现处于“" + stage.label() + "”，不能重新办理。");
        }
        Stage again = disposition.reopensAt();
        if (again != null) {
            moveTo(again, true, at);
            this.disposition = null;
            this.dispositionReason = null;
        }
        this.handling++;
    }

    void mergeInto(Proposal other, Instant at) {
        moveTo(Stage.MERGED, true, at);
        this.mergedInto = other;
    }

    /** Back to exactly where it stood before it was merged. */
    void standAgain(Stage stage, Stage publicStage, Instant stageSince) {
        if (!merged() || !this.stage.mayBecome(stage)) {
            throw Refusal.conflict("这个案件没有并入其他案件。");
        }
        this.stage = stage;
        this.publicStage = publicStage;
        this.stageSince = stageSince;
        this.mergedInto = null;
    }

    /** Its main case was answered, and so is this one; from now on it cannot be taken out any more. */
    void endAsMember(String why) {
        if (!merged()) {
            throw Refusal.conflict("这个案件没有并入其他案件。");
        }
        this.disposition = Disposition.MERGED;
        this.dispositionReason = why;
    }

    void releaseVerdict() {
        this.publicStage = stage;
    }

    /** Marks it, or takes the mark away. */
    void markUrgent(boolean mark, String why, Instant at) {
        if (!mark || !urgent) {
            urgentSince = mark ? at : null;
        }
        urgent = mark;
        urgentReason = mark ? why : null;
    }

    void newQueryCode(String digest) {
        this.queryCodeDigest = digest;
    }

    /** What triage found: the right category and, if the case may be shown to everyone, a title without personal data. */
    public void classify(String category, String publicTitle) {
        this.category = category;
        if (publicTitle != null) {
            this.publicTitle = publicTitle;
        }
    }

    /** Puts the case into a candidate item of a list. */
    public void belongTo(String candidateItem) {
        this.candidateItem = candidateItem;
    }

    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String campaign() {
        return campaign;
    }

    public Author author() {
        return author;
    }

    public Channel channel() {
        return channel;
    }

    public String title() {
        return title;
    }

    public String category() {
        return category;
    }

    public String content() {
        return content;
    }

    public String reason() {
        return reason;
    }

    /** Code of the township, or null. */
    public String township() {
        return township;
    }

    public String place() {
        return place;
    }

    public String beneficiaries() {
        return beneficiaries;
    }

    public Target target() {
        return target == null ? Target.NONE : target;
    }

    public boolean replyWanted() {
        return replyWanted;
    }

    public NewProposal.Consent consent() {
        return consent;
    }

    /** The version of the notice on personal data that the author was told; null for what came before versions were kept. */
    public Integer privacyVersion() {
        return privacyVersion;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public LocalDate postmarkedOn() {
        return postmarkedOn;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** Code of the desk that registered it; null for other channels. */
    public String desk() {
        return desk;
    }

    public String registeredBy() {
        return registeredBy;
    }

    /** Came after the end of the call; triage decides. */
    public boolean late() {
        return late;
    }

    public boolean urgent() {
        return urgent;
    }

    /** Null unless urgent. */
    public String urgentReason() {
        return urgentReason;
    }

    /** Null unless urgent. */
    public Instant urgentSince() {
        return urgentSince;
    }

    public Stage stage() {
        return stage;
    }

    public Stage publicStage() {
        return publicStage;
    }

    public Instant stageSince() {
        return stageSince;
    }

    /** How it ended; null while open. */
    public Disposition disposition() {
        return disposition;
    }

    /** How often it has been handled: 1, and one more for each reopening. Each handling ends with an answer of its own. */
    public int handling() {
        return handling;
    }

    public String dispositionReason() {
        return dispositionReason;
    }

    public String publicTitle() {
        return publicTitle;
    }

    /** It stands still within another case and could be taken out again. */
    public boolean merged() {
        return stage == Stage.MERGED && disposition == null;
    }

    /**
     * The case it was merged into by name, which may itself be merged; the main case is {@link MergedCases#mainOf}. Or null.
     */
    public Proposal mergedInto() {
        return mergedInto;
    }

    /** The case of which this one is a part, or null. */
    public Proposal splitFrom() {
        return splitFrom;
    }

    public String candidateItem() {
        return candidateItem;
    }

    /** The mail it came from is somebody else's as well, and was left to them. */
    public void loseSource() {
        this.sourceMessage = null;
    }

    public String sourceMessage() {
        return sourceMessage;
    }

    public String processInstance() {
        return processInstance;
    }

    /** The author may still take the suggestion back. */
    public boolean mayBeWithdrawn() {
        return disposition == null && stage.mayBeWithdrawn();
    }

    /** Words of the author are still taken in: in time, or as an addendum. */
    public boolean takesSupplements() {
        return merged() || stage.takesSupplements();
    }

    /** Takes the person out of the words; what the person wants stays. */
    void forgetPerson(UnaryOperator<String> mask) {
        title = mask.apply(title);
        content = mask.apply(content);
        reason = mask.apply(reason);
        place = mask.apply(place);
        beneficiaries = mask.apply(beneficiaries);
        dispositionReason = mask.apply(dispositionReason);
        if (target != null) {
            target = new Target(mask.apply(target.text()), mask.apply(target.indicator()), mask.apply(target.unit()),
                    mask.apply(target.value()), target.due());
        }
    }
}
