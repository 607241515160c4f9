package io.minsheng.search.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.MergeCase;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.CaseRow;
import io.minsheng.search.ListCases;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/**
 * Merges one case or many ticked ones: choose the main case among them or by search, see what the authors will be told, merge.
 * Each is merged by itself, so that one that cannot be holds up no other.
 */
@Path("/staff/cases/merge")
@RolesAllowed("TRIAGE")
public class MergePages {

    private static final int FOUND = 10;
    private static final int MOST = 50;

    private final ListCases listCases;
    private final MergeCase mergeCase;
    private final PreviewMerge preview;
    private final LastList lastList;
    private final PublicUrl url;
    private final CurrentActor actor;

    MergePages(ListCases listCases, MergeCase mergeCase, PreviewMerge preview, LastList lastList, PublicUrl url,
            CurrentActor actor) {
        this.listCases = listCases;
        this.mergeCase = mergeCase;
        this.preview = preview;
        this.lastList = lastList;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance merge(Choosing choosing, FormErrors errors);

        private Templates() {
        }
    }

    /**
     * What the page shows.
     *
     * @param ticked the cases to merge
     * @param mains from which the main case is chosen
     * @param q what the main case was looked for by
     * @param into the chosen one, or null
     * @param preview what the first author will be told, or null
     * @param refused why some could not be merged, by number
     * @param back the list that it was asked from, with its filter
     */
    @TemplateData
    public record Choosing(List<CaseRow> ticked, List<CaseRow> mains, String q, String into, String preview,
            Map<String, String> refused, String back) {

        public boolean searched() {
            return q != null && !q.isBlank();
        }
    }

    @GET
    public Response choose(@QueryParam("case") List<String> cases, @QueryParam("q") String q, @QueryParam("into") String into) {
        List<CaseRow> ticked = listCases.named(cases.stream().limit(MOST).toList(), actor.get());
        return ticked.isEmpty() ? nothingTicked() : page(200, ticked, q, into, null, Map.of(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        String into = form.at("into");
        List<CaseRow> ticked = listCases.named(form.all("case") == null ? List.of() : form.all("case"), actor.get());
        if (ticked.isEmpty()) {
            return nothingTicked();
        }
        List<CaseRow> members = ticked.stream().filter(each -> !each.caseNumber().equals(into)).toList();
        if (into == null || members.isEmpty()) {
            return page(400, ticked, form.at("q"), into, null, Map.of(), FormErrors.of(
                    Refusal.invalid("into", into == null ? "请选择主件。" : "请至少选择一件要并入的案件。")));
        }
        if (form.at("preview") != null) {
            return page(200, ticked, form.at("q"), into, preview.of(members.get(0).caseNumber(), into, actor.get()), Map.of(),
                    FormErrors.none());
        }
        Map<String, String> refused = mergeEach(members, into);
        if (refused.isEmpty()) {
            return url.goTo("/staff/cases/" + into);
        }
        List<CaseRow> left = members.stream().filter(each -> refused.containsKey(each.caseNumber())).toList();
        return page(409, left, form.at("q"), into, null, refused, FormErrors.of(
                Refusal.conflict(members.size() - left.size() + " 件已并入 " + into + "，" + left.size() + " 件没有并入，原因见下。")));
    }

    private Response nothingTicked() {
        return page(400, List.of(), null, null, null, Map.of(),
                FormErrors.of(List.of(new Violation("", "请先勾选要合并的案件。"))));
    }

    private Map<String, String> mergeEach(List<CaseRow> members, String into) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (CaseRow each : members) {
            try {
                mergeCase.merge(each.caseNumber(), into, actor.get());
            } catch (Refusal refusal) {
                refused.put(each.caseNumber(), refusal.getMessage());
            }
        }
        return refused;
    }

    private Response page(int status, List<CaseRow> ticked, String q, String into, String preview, Map<String, String> refused,
            FormErrors errors) {
        List<CaseRow> mains = new ArrayList<>(ticked.size() > 1 ? ticked : List.of());
        search(ticked, q).forEach(mains::add);
        if (into != null && mains.stream().noneMatch(each -> each.caseNumber().equals(into))) {
            listCases.named(List.of(into), actor.get()).forEach(mains::add);
        }
        String back = lastList.href().filter(each -> each.startsWith(CaseList.PATH + "?")).orElse(CaseList.PATH);
        return Html.page(status, Templates.merge(new Choosing(ticked, mains, q, into, preview, refused, back), errors));
    }

    private List<CaseRow> search(List<CaseRow> ticked, String q) {
        if (q == null || q.isBlank() || ticked.isEmpty()) {
            return List.of();
        }
        CaseFilter filter = CaseFilter.words(q, ticked.get(0).campaign());
        Paging paging = ListCases.paging(filter, 0, FOUND + ticked.size(), null);
        // a number is found even if its case is too new for the index
        return Stream.concat(listCases.named(List.of(q.strip().toUpperCase(Locale.ROOT)), actor.get()).stream(),
                listCases.page(filter, actor.get(), paging).items().stream()).distinct()
                .filter(each -> each.disposition() == null)
                .filter(each -> ticked.stream().noneMatch(one -> one.caseNumber().equals(each.caseNumber()))).limit(FOUND)
                .toList();
    }
}
