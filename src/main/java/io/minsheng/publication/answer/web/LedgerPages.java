package io.minsheng.publication.answer.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.AnswerView;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.NoticeState;
import io.minsheng.publication.answer.PrintAnswer;
import io.minsheng.publication.answer.RecordTelling;
import io.minsheng.publication.answer.ViewAnswer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The ledger of answers, and an answer on paper. */
@Path("/staff/answers")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class LedgerPages {

    private static final int SIZE = 50;

    private final Answers answers;
    private final ViewAnswer viewAnswer;
    private final PrintAnswer printAnswer;
    private final RecordTelling recordTelling;
    private final Campaigns campaigns;
    private final CurrentActor actor;
    private final PublicUrl url;

    LedgerPages(Answers answers, ViewAnswer viewAnswer, PrintAnswer printAnswer, RecordTelling recordTelling,
            Campaigns campaigns, CurrentActor actor, PublicUrl url) {
        this.answers = answers;
        this.viewAnswer = viewAnswer;
        this.printAnswer = printAnswer;
        this.recordTelling = recordTelling;
        this.campaigns = campaigns;
        this.actor = actor;
        this.url = url;
    }

    /** A state with how many answers stand there. */
    public record Count(AnswerState state, long answers) {
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance ledger(List<Count> counts, Page<AnswerView.Row> page, String state, String way,
                List<Choice> ways, List<Campaign> campaigns, String href);

        static native TemplateInstance supporters(List<NoticeState> states, NoticeState state,
                Page<RecordTelling.Row> page, String href, FormErrors errors);

        static native TemplateInstance letter(PrintAnswer.Sheet sheet);

        private Templates() {
        }
    }

    @GET
    @Transactional
    public TemplateInstance ledger(@QueryParam("state") String state, @QueryParam("way") String way,
            @QueryParam("page") Integer page) {
        AnswerState wantedState = Choices.one(AnswerState.values(), state, "state");
        WayOfDelivery wantedWay = Choices.one(WayOfDelivery.values(), way, "way");
        Paging paging = Paging.of(page, SIZE, null, Map.of("id", "id"), "id,desc");
        Map<AnswerState, Long> counts = answers.counts();
        return Templates.ledger(
                Stream.of(AnswerState.values()).map(each -> new Count(each, counts.getOrDefault(each, 0L)))
                        .filter(each -> each.answers() > 0 || each.state() == wantedState).toList(),
                viewAnswer.page(wantedState, wantedWay, paging), wantedState == null ? "" : wantedState.name(),
                wantedWay == null ? "" : wantedWay.name(),
                Arrays.stream(WayOfDelivery.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                campaigns.newestFirst(), "/staff/answers?state=" + (wantedState == null ? "" : wantedState) + "&way="
                        + (wantedWay == null ? "" : wantedWay) + "&");
    }

    /** Who of those who support cases still has to be told. */
    @GET
    @Path("/supporters")
    public TemplateInstance supporters(@QueryParam("state") String state, @QueryParam("page") Integer page) {
        NoticeState wanted = Optional.ofNullable(Choices.one(NoticeState.values(), state, "state")).orElse(NoticeState.WAITING);
        return supporters(wanted, page, FormErrors.none());
    }

    @POST
    @Path("/supporters/{id}/told")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response told(@PathParam("id") String id, @RestForm String note) {
        try {
            recordTelling.told(id, note, actor.get());
            return url.goTo("/staff/answers/supporters");
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), supporters(NoticeState.WAITING, null, FormErrors.of(refusal)));
        }
    }

    private TemplateInstance supporters(NoticeState state, Integer page, FormErrors errors) {
        return Templates.supporters(List.of(NoticeState.values()), state,
                recordTelling.page(state, Paging.of(page, SIZE, null, Map.of("id", "id"), "id,asc")),
                "/staff/answers/supporters?state=" + state + "&", errors);
    }

    @GET
    @Path("/{id}/letter")
    public TemplateInstance letter(@PathParam("id") String id) {
        return Templates.letter(printAnswer.print(id, actor.get()));
    }
}
