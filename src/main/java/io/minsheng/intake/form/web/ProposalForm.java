package io.minsheng.intake.form.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.platform.text.Texts;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Target;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.quarkus.qute.TemplateData;

/**
 * What has been typed so far. It travels with the pages as hidden fields, so nothing is kept on the server and nothing is lost.
 */
@TemplateData
public final class ProposalForm {

    private static final String KEY = "key";
    private static final String CAMPAIGN = "campaign";
    /** Hidden from people; only machines fill it in. */
    private static final String DECOY = "website";
    private static final String PROPOSER = "proposer.";
    /** Before the names of the fields where all of it travels with another form, which has a consent of its own. */
    private static final String BEHIND = "draft.";

    private final Map<String, String> values;

    private ProposalForm(Map<String, String> values) {
        this.values = values;
    }

    static ProposalForm empty(String campaign) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(CAMPAIGN, campaign);
        values.put(KEY, UUID.randomUUID().toString());
        return new ProposalForm(values);
    }

    /** As sent by its own pages, or by the form for a support that was opened from it. */
    static ProposalForm of(MultivaluedMap<String, String> sent) {
        return behindSupport(sent).orElseGet(() -> read(sent, ""));
    }

    /**
     * The suggestion that somebody was writing when they chose to support another one; empty if there was none. Who they are
     * need not be typed twice.
     */
    static Optional<ProposalForm> behindSupport(MultivaluedMap<String, String> sent) {
        if (!sent.containsKey(BEHIND + KEY)) {
            return Optional.empty();
        }
        ProposalForm form = read(sent, BEHIND);
        for (String each : List.of("name", "phone", "email")) {
            String typed = sent.getFirst(each);
            if (typed != null && !form.has(PROPOSER + each)) {
                form.values.put(PROPOSER + each, typed);
            }
        }
        return Optional.of(form);
    }

    private static ProposalForm read(MultivaluedMap<String, String> sent, String before) {
        Map<String, String> values = new LinkedHashMap<>(empty("").values);
        for (String name : names()) {
            String value = sent.getFirst(before + name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new ProposalForm(values);
    }

    /** As typed; empty for what was not asked yet. */
    public String at(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether a field was filled in. */
    public boolean has(String name) {
        return !at(name).isBlank();
    }

    /** Fields that the page of a step does not ask for, to be carried along. */
    List<Choice> carried(FormStep step) {
        return values.entrySet().stream()
                .filter(each -> !step.fields().contains(each.getKey()) && !each.getKey().equals(DECOY))
                .map(each -> new Choice(each.getKey(), each.getValue())).toList();
    }

    /** All of it, under names of its own, to be carried along by the form for a support. */
    List<Choice> behind() {
        return carried(FormStep.CHECK).stream().map(each -> new Choice(BEHIND + each.code(), each.name())).toList();
    }

    /** The people's fields alone, by which a repeated submission is recognised. */
    Map<String, String> asSent() {
        return values;
    }

    String campaign() {
        return at(CAMPAIGN);
    }

    String key() {
        return at(KEY);
    }

    /** Whether anything is filled in by which a person can be told. */
    boolean saysWho() {
        return has("proposer.name") || has("proposer.phone") || has("proposer.email") || has("proposer.address");
    }

    boolean isFromMachine() {
        return has(DECOY);
    }

    NewProposal.Wish wish() {
        return new NewProposal.Wish(Texts.cleanLine(at("title")), at("category"), Texts.clean(at("content")), text("reason"),
                text("township"), text("place"), text("beneficiaries"),
                new Target(text("target.text"), null, null, null, null));
    }

    NewProposal.Proposer proposer() {
        return new NewProposal.Proposer(kind(), text("proposer.name"), Texts.narrowOrNull(at("proposer.phone")),
                Texts.narrowOrNull(at("proposer.email")),
                text("proposer.address"), !"false".equals(at("proposer.replyWanted")));
    }

    NewProposal.Origin origin(Instant now) {
        String shown = at("consent");
        return new NewProposal.Origin(Channel.WEB, now, null, null, null, null,
                shown.isEmpty() ? null : NewProposal.Consent.GIVEN, PrivacyNotices.number(shown));
    }

    NewProposal toNewProposal(Instant now) {
        return new NewProposal(campaign(), wish(), proposer(), origin(now));
    }

    private ProposerKind kind() {
        for (ProposerKind kind : ProposerKind.values()) {
            if (kind.name().equals(at("proposer.kind"))) {
                return kind;
            }
        }
        return ProposerKind.RESIDENT;
    }

    private String text(String name) {
        return Texts.cleanOrNull(at(name));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(CAMPAIGN, KEY, DECOY));
        for (FormStep step : FormStep.values()) {
            names.addAll(step.fields());
        }
        return names;
    }
}
