package io.minsheng.intake.mail;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.EnclosedForms;
import io.minsheng.intake.mail.suggestion.ReadSuggestions;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The inbox for people. ADMIN sees that there are mails and how they fare, not from whom nor about what. */
@ApplicationScoped
public class ViewMessages {

    /** Sealed texts cannot be searched by the database; so many of the newest are opened for it. */
    private static final int SEARCHED = 3000;

    private final InboxMessages messages;
    private final OpenMessage open;
    private final ReadSuggestions readSuggestions;
    private final MailSuggestions suggestions;
    private final FindCampaign findCampaign;
    private final Vault vault;
    private final Event<Act> acts;

    ViewMessages(InboxMessages messages, OpenMessage open, ReadSuggestions readSuggestions, MailSuggestions suggestions,
            FindCampaign findCampaign, Vault vault, Event<Act> acts) {
        this.messages = messages;
        this.open = open;
        this.readSuggestions = readSuggestions;
        this.suggestions = suggestions;
        this.findCampaign = findCampaign;
        this.vault = vault;
        this.acts = acts;
    }

    /** A row; sender, subject and names of attachments are null for who may not see them. */
    public record Row(String id, String mailbox, long uid, String messageId, String from, String subject, Instant receivedAt,
            long size, InboxState state, String reason, List<String> cases, List<String> attachments) {
    }

    /**
     * A mail with what could be read of it.
     *
     * @param suggestions what the machine made of it, one at least
     * @param ofSender whether the sender's address stands for one that is not given
     */
    public record Full(Row row, ReadMail mail, List<Suggestion> suggestions, boolean ofSender) {
    }

    /** Rows in a state (null for all), newest first, of which sender, subject or number contain {@code q}. */
    @Transactional
    public Page<Row> page(InboxState state, String q, Paging paging, Actor actor) {
        var found = state == null ? messages.findAll(paging.order()) : messages.find("state", paging.order(), state);
        boolean full = actor.has(Role.TRIAGE);
        if (q == null || q.isBlank()) {
            long total = found.count();
            return Page.of(rows(found.page(paging.page(), paging.size()).list(), full), total, paging);
        }
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Row> matching = rows(found.page(0, SEARCHED).list(), full).stream().filter(each -> matches(each, wanted)).toList();
        int from = Math.min(paging.page() * paging.size(), matching.size());
        return Page.of(matching.subList(from, Math.min(from + paging.size(), matching.size())), matching.size(), paging);
    }

    /**
     * One mail, read.
     *
     * @throws Refusal 403 not TRIAGE, 404
     */
    @Transactional
    public Full full(String id, Actor actor) {
        InboxMessage message = visible(id, actor);
        ReadMail mail = open.read(message);
        return new Full(row(message, true), mail, suggestions(message, mail), suggestions.areOfSender(message));
    }

    /** One row as the actor may see it. */
    @Transactional
    public Row row(String id, Actor actor) {
        return row(messages.byId(id), actor.has(Role.TRIAGE));
    }

    /**
     * The bytes as they were received; logged.
     *
     * @throws Refusal 403 not TRIAGE, 404
     */
    @Transactional
    public InputStream raw(String id, Actor actor) {
        InboxMessage message = visible(id, actor);
        acts.fire(new Act(actor.username(), "MESSAGE_RAW", "MESSAGE", id, message.caseNumber(), ""));
        return open.raw(message);
    }

    /**
     * A file that came with a mail; logged.
     *
     * @param index from 0, in the order of the attachments' names
     * @throws Refusal 403 not TRIAGE, 404
     */
    public ReadMail.Enclosure file(String id, int index, Actor actor) {
        InboxMessage message = QuarkusTransaction.requiringNew().call(() -> visible(id, actor));
        ReadMail.Enclosure file = open.file(message, index).orElseThrow(() -> Refusal.notFound("没有这个附件。"));
        QuarkusTransaction.requiringNew().run(() -> acts.fire(
                new Act(actor.username(), "MESSAGE_FILE", "MESSAGE", id, message.caseNumber(), String.valueOf(index))));
        return file;
    }

    /** How many rows are in each state. */
    public Map<InboxState, Long> byState() {
        return messages.byState();
    }

    private InboxMessage visible(String id, Actor actor) {
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以查看来信内容。");
        }
        return messages.byId(id);
    }

    private Row row(InboxMessage message, boolean full) {
        return rows(List.of(message), full).get(0);
    }

    private List<Row> rows(List<InboxMessage> found, boolean full) {
        Map<String, List<String>> cases = suggestions.cases(found.stream().map(InboxMessage::id).toList());
        return found.stream().map(each -> row(each, cases.getOrDefault(each.id(), List.of()), full)).toList();
    }

    private Row row(InboxMessage message, List<String> several, boolean full) {
        List<String> cases = !several.isEmpty() ? several
                : message.caseNumber() == null ? List.of() : List.of(message.caseNumber());
        return new Row(message.id(), message.mailbox(), message.uid(), message.messageId(), full ? message.from(vault) : null,
                full ? message.subject(vault) : null, message.receivedAt(), message.size(), message.state(),
                full ? message.reason() : withoutQuotes(message.reason()), cases, full ? message.attachments(vault) : null);
    }

    /** What a reason quotes are words of the subject or names of files, in which people write their own. */
    private static String withoutQuotes(String reason) {
        return reason == null ? null : reason.replaceAll("(?s)“.*”|“.*$", "“…”");
    }

    private static boolean matches(Row row, String wanted) {
        return contains(row.from(), wanted) || contains(row.subject(), wanted) || contains(row.messageId(), wanted)
                || row.cases().stream().anyMatch(each -> contains(each, wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** As it was read when it came; a mail that came to nothing is read once more, for a person may see it otherwise. */
    private List<Suggestion> suggestions(InboxMessage message, ReadMail mail) {
        List<Suggestion> kept = suggestions.of(message);
        if (!kept.isEmpty()) {
            return kept;
        }
        CampaignRules campaign = findCampaign.bySubject(mail.subject()).orElseGet(findCampaign::likely);
        List<Suggestion> read = readSuggestions.of(mail, EnclosedForms.of(mail), campaign).suggestions();
        return message.caseNumber() == null || read.size() > 1 ? read
                : read.stream().map(each -> each.became(message.caseNumber())).toList();
    }
}
