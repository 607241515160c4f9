package io.minsheng.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.GuardPublic;
import io.minsheng.decision.GuardPublic.Spotted;
import io.minsheng.decision.GuardPublic.Words;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.text.FineAddresses;
import io.minsheng.platform.text.Masking;
import io.minsheng.publication.guard.FileText;
import io.minsheng.publication.guard.FileText.Place;
import io.minsheng.publication.guard.FileText.Sort;
import io.minsheng.publication.guard.PersonNames;
import io.minsheng.publication.guard.UnreadableFile;

/**
 * Looks for personal data in everything that the publication of a list would show: title, text, rows, and all that is in
 * its files. What cannot be looked at counts as found. Each finding has to be taken out, or cleared by a second person
 * with a reason.
 */
@ApplicationScoped
public class GuardPublication {

    private static final int MOST_IN_A_FILE = 50;

    private final CandidateLists lists;
    private final Candidates candidates;
    private final GuardPublic guard;
    private final ReadAnnex readAnnex;
    private final Clearances clearances;
    private final Accounts accounts;
    private final Vault vault;

    GuardPublication(CandidateLists lists, Candidates candidates, GuardPublic guard, ReadAnnex readAnnex,
            Clearances clearances, Accounts accounts, Vault vault) {
        this.lists = lists;
        this.candidates = candidates;
        this.guard = guard;
        this.readAnnex = readAnnex;
        this.clearances = clearances;
        this.accounts = accounts;
        this.vault = vault;
    }

    /** What was found in a draft, with what has been cleared; in the order of the page. */
    public List<Finding> findings(Publication draft) {
        return findings(draft.listId(), draft.title(), draft.text(), draft.correction(), draft.rows(), draft.annexes());
    }

    /** @param rows corrected words of the rows; empty: those of the list as it was frozen */
    List<Finding> findings(String list, String title, String text, String correction, Collection<PublishedWords> rows,
            List<Annex> annexes) {
        List<CandidateItem> items = candidates.ofList(list);
        String campaign = lists.byId(list).campaign();
        Set<String> names = guard.names(items.stream().map(CandidateItem::id).toList());
        Collected found = new Collected(list);
        List<Words> words = new ArrayList<>(List.of(new Words("title", "标题", title), new Words("text", "正文", text),
                new Words("correction", "更正说明", correction)));
        words.addAll(rows.isEmpty() ? frozen(items) : corrected(rows));
        spot(campaign, words, names)
                .forEach(each -> found.add(each.words().field(), each, each.words().text()));
        annexes.forEach(each -> file(campaign, each.file(), names, found));
        return found.all();
    }

    /** What looks like personal data in words that are published beside a list. */
    List<Violation> inWords(String list, String field, String label, String text) {
        return spot(lists.byId(list).campaign(), List.of(new Words(field, label, text)), names(list)).stream()
                .map(Spotted::violation).toList();
    }

    /** The places in the words of a version that look like personal data, as they stand there. */
    List<String> signs(Publication version) {
        List<Words> words = version.words().stream().map(each -> new Words(each.place().name(), "", each.text())).toList();
        return spot(version.campaign(), words, names(version.listId())).stream()
                .filter(each -> each.words().text().contains(each.found().open())).map(each -> each.found().open()).distinct()
                .toList();
    }

    private Set<String> names(String list) {
        return guard.names(candidates.ofList(list).stream().map(CandidateItem::id).toList());
    }

    /**
     * Nothing may be left.
     *
     * @throws Refusal 400 with everything that is
     */
    void require(Publication draft) {
        List<Violation> open = findings(draft).stream().filter(Finding::blocks).map(Finding::violation).toList();
        if (!open.isEmpty()) {
            throw Refusal.invalid(open);
        }
    }

    private static List<Words> frozen(List<CandidateItem> items) {
        List<Words> words = new ArrayList<>();
        for (CandidateItem item : items) {
            words.addAll(row("第 " + item.position() + " 项", item.title(), item.target(), item.due()));
        }
        return words;
    }

    private static List<Words> corrected(Collection<PublishedWords> rows) {
        return rows.stream().flatMap(each -> row("“" + each.title() + "”", each.title(), each.target(), each.due()).stream())
                .toList();
    }

    private static List<Words> row(String which, String title, String target, String due) {
        return List.of(new Words("items", which + "的主要任务", title), new Words("items", which + "的预期目标", target),
                new Words("items", which + "的完成时限", due));
    }

    private List<Spotted> spot(String campaign, List<Words> words, Set<String> names) {
        List<Spotted> spotted = new ArrayList<>(guard.spot(campaign, words, names));
        for (Words each : words) {
            FineAddresses.houses(each.text()).forEach(place -> spotted.add(new Spotted(each, place)));
        }
        return spotted;
    }

    private void file(String campaign, StoredFile file, Set<String> names, Collected found) {
        String called = "附件《" + Masking.freeText(file.name(), names) + "》";
        // the name is published, too
        spot(campaign, List.of(new Words("annexes", called + "的文件名", file.name())), names)
                .forEach(each -> found.add("annexes", each, file.sha256()));
        try {
            FileText text = readAnnex.of(file);
            List<Spotted> spotted = new ArrayList<>();
            for (Place each : text.places()) {
                spotted.addAll(spot(campaign, words(called, each, names), each.sort(),
                        names));
            }
            spotted.stream().limit(MOST_IN_A_FILE).forEach(each -> found.add("annexes", each, file.sha256()));
            if (spotted.size() > MOST_IN_A_FILE) {
                found.insoluble(called + "中疑似个人信息超过 " + MOST_IN_A_FILE + " 处，请移除或替换。");
            }
            unseen(text, called, file.sha256(), names, found);
        } catch (UnreadableFile e) {
            found.insoluble(called + "无法检查（" + e.getMessage() + "），请移除或替换。");
        }
    }

    private List<Spotted> spot(String campaign, Words words, Sort sort, Set<String> names) {
        if (sort == Sort.BYTES) {
            return guard.spot(campaign, List.of(words), Set.of());
        }
        List<Spotted> spotted = new ArrayList<>(spot(campaign, List.of(words), names));
        if (sort == Sort.PERSON && spotted.isEmpty() && PersonNames.looksLikeOne(words.text())) {
            String name = words.text().strip();
            spotted.add(new Spotted(words, new Masking.Found("姓名（作者或修改者）", Masking.name(name), name)));
        }
        return spotted;
    }

    /** The place may be called after a file inside, whose name is no better than the rest of it. */
    private static Words words(String called, Place place, Set<String> names) {
        return new Words("annexes", called + "的" + Masking.freeText(place.where(), names), place.text());
    }

    private static void unseen(FileText text, String called, String content, Set<String> names, Collected found) {
        if (text.location()) {
            found.add("location", called + "中有带拍摄位置的照片，请清除位置信息后重新上传。", content);
        }
        if (text.pictures() > 0) {
            found.add("pictures", called + "中有 " + text.pictures() + " 张图片，图中的文字程序无法检查，请逐张查看后说明。", content);
        }
        text.unseen()
                .forEach(each -> found.add(each, called + "：" + Masking.freeText(each, names) + "程序无法检查，请查看后说明。", content));
    }

    /** Findings of one list, each once. */
    private final class Collected {

        private final String list;
        private final Map<String, Clearance> cleared;
        private final Map<String, Finding> findings = new LinkedHashMap<>();

        Collected(String list) {
            this.list = list;
            this.cleared = clearances.of(list);
        }

        void add(String field, Spotted spotted, String content) {
            add(field, spotted.words().label() + "\n" + spotted.found().kind() + "\n" + spotted.found().open(),
                    spotted.violation().message(), content);
        }

        void add(String what, String message, String content) {
            add("annexes", what, message, content);
        }

        /** Only taking it out helps. */
        void insoluble(String message) {
            findings.put(message, new Finding(null, "annexes", message, null));
        }

        private void add(String field, String what, String message, String content) {
            String key = vault.digest("publication-finding", list + "\n" + what + "\n" + message + "\n" + content);
            findings.putIfAbsent(key, new Finding(key, field, message, clearedAs(cleared.get(key))));
        }

        private Finding.Cleared clearedAs(Clearance clearance) {
            return clearance == null ? null
                    : new Finding.Cleared(accounts.namesOf(List.of(clearance.clearedBy())).get(clearance.clearedBy()),
                            clearance.clearedAt(), clearance.reason());
        }

        List<Finding> all() {
            return List.copyOf(findings.values());
        }
    }
}
