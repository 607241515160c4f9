package io.minsheng.publication.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.publication.AnswerState;
import io.minsheng.publication.AnswerView;
import io.minsheng.publication.Answers;
import io.minsheng.publication.PrintAnswer;
import io.minsheng.publication.ViewAnswer;
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
    private final CurrentActor actor;

    LedgerPages(Answers answers, ViewAnswer viewAnswer, PrintAnswer printAnswer, CurrentActor actor) {
        this.answers = answers;
        this.viewAnswer = viewAnswer;
        this.printAnswer = printAnswer;
        this.actor = actor;
    }

    /** A state with how many answers stand there. */
    public record Count(AnswerState state, long answers) {
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance ledger(List<Count> counts, Page<AnswerView.Row> page, String state, String way,
                List<Choice> ways, String href);

        static native TemplateInstance letter(PrintAnswer.Sheet sheet);

        private Templates() {
        }
    }

    @GET
    @Transactional
    public TemplateInstance ledger(@QueryParam("state") String state, @QueryParam("way") String way,
            @QueryParam("page") Integer page) {
        AnswerState wantedState = one(AnswerState.values(), state, "state");
        WayOfDelivery wantedWay = one(WayOfDelivery.values(), way, "way");
        Paging paging = Paging.of(page, SIZE, null, Map.of("id", "id"), "id,desc");
        Map<AnswerState, Long> counts = answers.counts();
        return Templates.ledger(
                Stream.of(AnswerState.values()).map(each -> new Count(each, counts.getOrDefault(each, 0L)))
                        .filter(each -> each.answers() > 0 || each.state() == wantedState).toList(),
                viewAnswer.page(wantedState, wantedWay, paging), wantedState == null ? "" : wantedState.name(),
                wantedWay == null ? "" : wantedWay.name(),
                Arrays.stream(WayOfDelivery.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                "/staff/answers?state=" + (wantedState == null ? "" : wantedState) + "&way="
                        + (wantedWay == null ? "" : wantedWay) + "&");
    }

    @GET
    @Path("/{id}/letter")
    public TemplateInstance letter(@PathParam("id") String id) {
        return Templates.letter(printAnswer.print(id, actor.get()));
    }

    private static <E extends Enum<E>> E one(E[] values, String name, String field) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Stream.of(values).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "没有这个选项。"));
    }
}
