package io.minsheng.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** One yearly call for suggestions, with its dates, categories, principles, form and deadlines. */
@Entity
@Table(name = "campaign")
public class Campaign {

    @Id
    private String code;
    private String title;
    @Column(name = "project_year")
    private int projectYear;
    private Instant opens;
    private Instant closes;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Column(name = "subject_phrase")
    private String subjectPhrase;
    private String address;
    private String mail;
    private String phone;
    @Embedded
    private Deadlines deadlines;
    @Column(name = "next_serial", updatable = false)
    private long nextSerial;
    private int revision;
    @Column(name = "process_instance")
    private String processInstance;
    @ElementCollection
    @CollectionTable(name = "campaign_category", joinColumns = @JoinColumn(name = "campaign"))
    @OrderColumn(name = "position")
    private List<Category> categories = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "campaign_principle", joinColumns = @JoinColumn(name = "campaign"))
    @OrderColumn(name = "position")
    private List<Principle> principles = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "campaign_field", joinColumns = @JoinColumn(name = "campaign"))
    @OrderColumn(name = "position")
    private List<AskedField> fields = new ArrayList<>();

    protected Campaign() {
    }

    /**
     * How people can take part besides the web form.
     *
     * @param subjectPhrase words that the subject of a mail, or a letter, must contain
     */
    public record Contact(String subjectPhrase, String address, String mail, String phone) {
    }

    /**
     * A new campaign.
     *
     * @param opens from when suggestions are taken
     * @param closes exclusive end
     */
    public Campaign(String code, String title, int projectYear, Instant opens, Instant closes, Contact contact,
            Deadlines deadlines) {
        this.code = code;
        this.title = title;
        this.projectYear = projectYear;
        this.opens = opens;
        this.closes = closes;
        this.subjectPhrase = contact.subjectPhrase();
        this.address = contact.address();
        this.mail = contact.mail();
        this.phone = contact.phone();
        this.deadlines = deadlines;
        this.nextSerial = 1;
        this.fields.addAll(AskedField.USUAL);
    }

    /** A new campaign as planned. */
    Campaign(String code, Instant opens, Instant closes, CampaignPlan plan) {
        this.code = code;
        this.opens = opens;
        this.closes = closes;
        this.nextSerial = 1;
        plan(plan);
    }

    public void classifyBy(List<Category> categories, List<Principle> principles) {
        this.categories.clear();
        this.categories.addAll(categories);
        this.principles.clear();
        this.principles.addAll(principles);
    }

    void plan(CampaignPlan plan) {
        this.title = plan.title();
        this.projectYear = plan.projectYear();
        this.subjectPhrase = plan.contact().subjectPhrase();
        this.address = plan.contact().address();
        this.mail = plan.contact().mail();
        this.phone = plan.contact().phone();
        this.deadlines = plan.deadlines();
        this.categories.addAll(plan.categories());
        this.principles.addAll(plan.principles());
        this.fields.addAll(plan.fields());
        this.revision++;
    }

    /** Empties all lists. They must be gone in the database before others come: positions and codes are unique. */
    void forgetLists() {
        this.categories.clear();
        this.principles.clear();
        this.fields.clear();
    }

    /**
     * Whether people rely on it: suggestions are being taken, or have been taken before its dates were moved. From then on what
     * forms, mails, scores and cases refer to stays.
     */
    public boolean begunAt(Instant now) {
        return stateAt(now) != CampaignState.DRAFT || nextSerial > 1;
    }

    public CampaignState stateAt(Instant now) {
        return CampaignState.at(now, opens, closes, closedAt);
    }

    void handledBy(String processInstance) {
        this.processInstance = processInstance;
    }

    void reschedule(Instant opens, Instant closes) {
        this.opens = opens;
        this.closes = closes;
    }

    void close(Instant at) {
        this.closedAt = at;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** The year for which projects are sought. */
    public int projectYear() {
        return projectYear;
    }

    public Instant opens() {
        return opens;
    }

    /** Exclusive end. */
    public Instant closes() {
        return closes;
    }

    /** When the campaign was closed (结案); null before. */
    public Instant closedAt() {
        return closedAt;
    }

    /** Words that the subject of a mail, or a letter, must contain. */
    public String subjectPhrase() {
        return subjectPhrase;
    }

    public String address() {
        return address;
    }

    public String mail() {
        return mail;
    }

    public String phone() {
        return phone;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    /** How people can take part besides the web form. */
    public Contact contact() {
        return new Contact(subjectPhrase, address, mail, phone);
    }

    /** Grows by one with every change of what it rules. */
    public int revision() {
        return revision;
    }

    public List<Category> categories() {
        return List.copyOf(categories);
    }

    public List<Principle> principles() {
        return List.copyOf(principles);
    }

    /** What the form asks for, in its order. */
    public List<AskedField> fields() {
        return List.copyOf(fields);
    }
}
