package io.minsheng.intake.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.resteasy.reactive.server.multipart.FormValue;

import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.intake.desk.Scan;
import io.minsheng.platform.error.Violation;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Supporter;
import io.minsheng.proposal.Target;
import io.quarkus.qute.TemplateData;

/** What a clerk has typed, as typed; kept on the page after an error. The names of the fields are those of the contract. */
@TemplateData
public final class DeskForm {

    static final String SCAN = "scan";
    private static final List<String> FIELDS = List.of("campaign", "key", "channel", "receivedOn", "postmarkedOn", "envelope",
            "desk", "title", "category", "content", "reason", "township", "place", "beneficiaries", "target.text",
            "proposer.kind",
            "proposer.name", "proposer.phone", "proposer.email", "proposer.address", "proposer.replyWanted", "proxy.name",
            "proxy.phone", "proxy.relation", "then");

    private final Map<String, String> values;
    private final List<FormValue> scans;

    private DeskForm(Map<String, String> values, List<FormValue> scans) {
        this.values = values;
        this.scans = scans;
    }

    /** An empty form, with what repeats from letter to letter filled in. */
    static DeskForm beginning(String campaign, Map<String, String> repeated) {
        Map<String, String> values = new LinkedHashMap<>();
        repeated.forEach((name, value) -> values.put(name, value == null ? "" : value));
        values.put("campaign", campaign);
        values.put("key", UUID.randomUUID().toString());
        return new DeskForm(values, List.of());
    }

    static DeskForm sent(Map<String, Collection<FormValue>> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : FIELDS) {
            parts.getOrDefault(name, List.of()).stream().filter(each -> !each.isFileItem()).findFirst()
                    .ifPresent(each -> values.put(name, each.getValue()));
        }
        // a file input that was left empty sends a part without a name
        List<FormValue> scans = parts.getOrDefault(SCAN, List.of()).stream()
                .filter(each -> each.isFileItem() && each.getFileName() != null && !each.getFileName().isEmpty()).toList();
        return new DeskForm(values, scans);
    }

    /** As typed; empty for what was not filled in. */
    public String at(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether files were chosen, which no browser keeps after an error. */
    public boolean hadScans() {
        return !scans.isEmpty();
    }

    int countScans() {
        return scans.size();
    }

    /** Whether the clerk goes on with the next letter at once. */
    boolean goesOn() {
        return "next".equals(at("then"));
    }

    /** Whether the clerk only wants to know what is like it. */
    boolean asksForSimilar() {
        return "similar".equals(at("then"));
    }

    /** The proposer as somebody who supports what another has proposed, in the words of the entry. */
    Supporter supporter() {
        return new Supporter(at("proposer.name"), at("proposer.phone"), at("proposer.email"), at("content"), true);
    }

    /** The form of the next letter: what repeats from letter to letter stays. */
    DeskForm next() {
        return beginning(campaign(), Map.of("channel", at("channel"), "receivedOn", at("receivedOn"), "township",
                at("township"), "desk", at("desk")));
    }

    /** Somebody else hands it in, or has begun to be named. */
    public boolean hasProxy() {
        return !(at("proxy.name") + at("proxy.phone") + at("proxy.relation")).isBlank();
    }

    String campaign() {
        return at("campaign");
    }

    /** Null if the page was sent by something that is not our form. */
    String key() {
        return at("key").isBlank() ? null : at("key");
    }

    /** By which a repeated submission is recognised. */
    List<Object> asSent() {
        List<Object> sent = new ArrayList<>(List.of(values));
        scans.forEach(each -> sent.add(each.getFileName() + " " + size(each)));
        return sent;
    }

    List<Scan> scans() {
        return scans.stream().map(each -> {
            try {
                return new Scan(each.getFileName(), each.getFileItem().getInputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    /** What cannot even be read: days that are none. */
    List<Violation> unreadable() {
        List<Violation> violations = new ArrayList<>();
        for (String name : List.of("receivedOn", "postmarkedOn")) {
            if (!at(name).isBlank() && day(name) == null) {
                violations.add(new Violation(name, "日期请写成 2024-10-21 的样子。"));
            }
        }
        return violations;
    }

    DeskEntry toEntry() {
        ProposerKind kind = named(ProposerKind.values(), "proposer.kind", ProposerKind.RESIDENT);
        return new DeskEntry(campaign(),
                new NewProposal.Wish(at("title"), at("category"), at("content"), at("reason"), at("township"), at("place"),
                        at("beneficiaries"), new Target(at("target.text"), null, null, null, null)),
                new NewProposal.Proposer(kind, at("proposer.name"), at("proposer.phone"), at("proposer.email"),
                        at("proposer.address"), "true".equals(at("proposer.replyWanted"))),
                new DeskEntry.Arrival(named(Channel.values(), "channel", null), day("receivedOn"), day("postmarkedOn"),
                        at("envelope"), at("desk")),
                new DeskEntry.Proxy(at("proxy.name"), at("proxy.phone"), at("proxy.relation")));
    }

    private LocalDate day(String name) {
        try {
            return at(name).isBlank() ? null : LocalDate.parse(at(name).strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private <E extends Enum<E>> E named(E[] all, String field, E otherwise) {
        for (E each : all) {
            if (each.name().equals(at(field))) {
                return each;
            }
        }
        return otherwise;
    }

    private static long size(FormValue file) {
        try {
            return file.getFileItem().getFileSize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
