package io.minsheng.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.TellAuthor;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.SplitCase;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewCase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/**
 * Splits a case: the original on the left, a text area for each part on the right. The slip with the new numbers is the
 * answer to the form itself, because query codes are known at that moment only.
 */
@Path("/staff/cases/{caseNumber}/split")
@RolesAllowed("TRIAGE")
public class SplitPages {

    private static final int ROWS = 2;
    private static final Pattern PART = Pattern.compile("parts\\[(\\d+)]\\.(.+)");

    private final ViewCase viewCase;
    private final SplitCase splitCase;
    private final Campaigns campaigns;
    private final TellAuthor tellAuthor;
    private final PublicUrl url;
    private final CurrentActor actor;

    SplitPages(ViewCase viewCase, SplitCase splitCase, Campaigns campaigns, TellAuthor tellAuthor, PublicUrl url,
            CurrentActor actor) {
        this.viewCase = viewCase;
        this.splitCase = splitCase;
        this.campaigns = campaigns;
        this.tellAuthor = tellAuthor;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance split(CaseView view, List<Choice> categories, List<Row> rows, FormErrors errors);

        static native TemplateInstance slip(Slip slip);

        private Templates() {
        }
    }

    /** A part as typed; the names of its fields are those of the contract. */
    @TemplateData
    public record Row(int number, String field, String title, String category, String content) {
    }

    /**
     * The paper for the author.
     *
     * @param mailed whether the codes went out by mail, so that they are not shown here
     * @param texted whether they went out as a short message, which may fail
     * @param track address of the tracking page
     */
    @TemplateData
    public record Slip(String parent, String title, List<Line> lines, boolean mailed, boolean texted, String track) {
    }

    /** A new case with its query code. */
    @TemplateData
    public record Line(String caseNumber, String title, String queryCode) {
    }

    @GET
    public TemplateInstance show(@PathParam("caseNumber") String caseNumber) {
        CaseView view = viewCase.view(caseNumber, actor.get());
        List<Row> rows = IntStream.range(0, ROWS).mapToObj(i -> i > 0 ? row(i, null, null, null)
                : row(0, view.words().title(), view.words().category(), view.words().content())).toList();
        return page(view, rows, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response split(@PathParam("caseNumber") String caseNumber, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        List<Row> rows = typed(form);
        if (form.at("more") != null) {
            return oneMore(caseNumber, rows);
        }
        List<Row> filled = rows.stream().filter(SplitPages::filled).toList();
        try {
            return Html.page(200, Templates.slip(slip(splitCase.split(caseNumber,
                    filled.stream().map(each -> new SplitCase.Part(each.title(), each.category(), each.content())).toList(),
                    actor.get()))));
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409) {
                throw refusal;
            }
            return again(refusal.status(), caseNumber, rows, errors(refusal, filled));
        }
    }

    private Response oneMore(String caseNumber, List<Row> rows) {
        if (rows.size() == SplitCase.MAX_PARTS) {
            return again(400, caseNumber, rows, FormErrors.of(Refusal.invalid("parts",
                    "最多拆成 " + SplitCase.MAX_PARTS + " 部分。")));
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(row(rows.size(), null, null, null));
        return again(200, caseNumber, more, FormErrors.none());
    }

    /**
     * Said of the rows as they stand: the use case counts those that were filled in only, and its messages are the
     * same for each.
     */
    private static FormErrors errors(Refusal refusal, List<Row> filled) {
        if (refusal.violations().isEmpty()) {
            return FormErrors.of(refusal);
        }
        return FormErrors.of(refusal.violations().stream().map(each -> {
            Matcher part = PART.matcher(each.field());
            if (!part.matches()) {
                return each;
            }
            Row row = filled.get(Integer.parseInt(part.group(1)));
            return new Violation(row.field() + "." + part.group(2), "第 " + row.number() + " 部分：" + each.message());
        }).toList());
    }

    private Slip slip(SplitCase.Result result) {
        WayOfDelivery way = tellAuthor.way(result.parent()).orElse(null);
        return new Slip(result.parent().caseNumber(), result.parent().title(),
                result.children().stream()
                        .map(each -> new Line(each.proposal().caseNumber(), each.proposal().title(), each.queryCode()))
                        .toList(),
                way == WayOfDelivery.EMAIL, way == WayOfDelivery.SMS, url.to("/track"));
    }

    private static List<Row> typed(Posted form) {
        return IntStream.range(0, SplitCase.MAX_PARTS).filter(i -> form.sent("parts[" + i + "].title"))
                .mapToObj(i -> row(i, form.at("parts[" + i + "].title"), form.at("parts[" + i + "].category"),
                        form.at("parts[" + i + "].content")))
                .toList();
    }

    private static Row row(int index, String title, String category, String content) {
        return new Row(index + 1, "parts[" + index + "]", title, category, content);
    }

    private static boolean filled(Row row) {
        return row.title() != null || row.content() != null;
    }

    private Response again(int status, String caseNumber, List<Row> rows, FormErrors errors) {
        return Html.page(status, page(viewCase.view(caseNumber, actor.get()), rows, errors));
    }

    private TemplateInstance page(CaseView view, List<Row> rows, FormErrors errors) {
        return Templates.split(view, campaigns.rules(view.campaign()).categories().stream()
                .map(each -> new Choice(each.code(), each.name())).toList(), rows, errors);
    }
}
