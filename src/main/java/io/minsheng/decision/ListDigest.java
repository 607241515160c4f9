package io.minsheng.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CasesOfItem.Case;

/**
 * SHA-256 over what a list says, so that anybody can prove later which list was decided. Canonical content: one line for the
 * list, one per item in its order, fields separated by tabs, line feeds and tabs inside a text as spaces, UTF-8.
 */
@ApplicationScoped
class ListDigest {

    private final Candidates candidates;
    private final CasesOfItem cases;

    ListDigest(Candidates candidates, CasesOfItem cases) {
        this.candidates = candidates;
        this.cases = cases;
    }

    String of(CandidateList list) {
        return of(list, candidates.ofList(list.id()));
    }

    String of(CandidateList list, List<CandidateItem> items) {
        StringBuilder content = new StringBuilder();
        line(content, List.of("list", list.id(), list.campaign(), String.valueOf(list.number()),
                String.valueOf(list.version())));
        Map<String, List<Case>> held = cases.of(items);
        for (CandidateItem item : items) {
            line(content, List.of("item", item.id(), String.valueOf(item.position()), item.title(), item.category(),
                    text(item.target()), String.join(",", item.leads()), String.join(",", item.assists()), text(item.due()),
                    String.join(",", held.get(item.id()).stream().map(Case::caseNumber).sorted().toList())));
        }
        return sha256(content.toString());
    }

    private static void line(StringBuilder content, List<String> fields) {
        content.append(String.join("\t", fields.stream().map(each -> each.replaceAll("[\\t\\n\\r]", " ")).toList()))
                .append('\n');
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
