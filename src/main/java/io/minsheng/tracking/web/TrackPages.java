package io.minsheng.tracking.web;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.InTurn;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.SentFile;
import io.minsheng.proposal.TypedCode;
import io.minsheng.publication.answer.Satisfaction;
import io.minsheng.tracking.ActOnOwnCase;
import io.minsheng.tracking.TrackCase;
import io.minsheng.tracking.TrackedCase;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** Tracking without an account: number and query code open the case, and this browser stays with it for a while. */
@Path("/track")
public class TrackPages {

    /** Best first, as people read them. */
    private static final List<Choice> SCORES = Stream.of(Satisfaction.values())
            .sorted(Comparator.comparing(Satisfaction::score).reversed())
            .map(each -> new Choice(String.valueOf(each.score()), each.label())).toList();

    private final TrackCase track;
    private final ActOnOwnCase acts;
    private final TrackingCookie cookies;
    private final PublicUrl url;

    TrackPages(TrackCase track, ActOnOwnCase acts, TrackingCookie cookies, PublicUrl url) {
        this.track = track;
        this.acts = acts;
        this.cookies = cookies;
        this.url = url;
    }

    @CheckedTemplate(basePath = "tracking")
    static class Templates {
        static native TemplateInstance ask(String number, boolean noCookie, FormErrors errors);

        static native TemplateInstance show(TrackedCase tracked, String done, FormErrors errors, Typed typed,
                List<Choice> scores);

        private Templates() {
        }
    }

    /** What was typed when an act was refused; empty otherwise. */
    @TemplateData
    public record Typed(String text, String reason, String score, String comment) {

        static final Typed NOTHING = new Typed("", "", "", "");

        /** What was typed into a form that the page does not show any more; empty if there is none. */
        public String left(TrackedCase tracked) {
            TrackedCase.Acts acts = tracked.acts();
            TrackedCase.Answer answer = tracked.outcome().answer();
            StringBuilder left = new StringBuilder();
            left.append(acts.mayAdd() || acts.question() != null ? "" : text);
            left.append(acts.mayWithdraw() ? "" : reason);
            left.append(answer != null && answer.mayBeRated() ? "" : comment);
            return left.toString().strip();
        }

        static Typed text(String text) {
            return new Typed(orEmpty(text), "", "", "");
        }

        static Typed reason(String reason) {
            return new Typed("", orEmpty(reason), "", "");
        }

        static Typed rating(String score, String comment) {
            return new Typed("", "", orEmpty(score), orEmpty(comment));
        }

        private static String orEmpty(String typed) {
            return typed == null ? "" : typed;
        }
    }

    /** The act that a form asks for. */
    private interface Act {
        void perform(String code);
    }

    @GET
    public TemplateInstance ask(@QueryParam("number") String number) {
        return Templates.ask(number == null ? "" : number, false, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response open(@RestForm String number, @RestForm String code) {
        return openOrAskAgain(number, code);
    }

    /** The page of the case; a code in the address (from a printed or mailed link) is taken out of it at once. */
    @GET
    @Path("/{caseNumber}")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    @InTurn
    public Response show(@PathParam("caseNumber") String caseNumber, @QueryParam("code") String code,
            @QueryParam("done") String done, @CookieParam(TrackingCookie.NAME) String cookie) {
        if (code != null) {
            return openOrAskAgain(caseNumber, code);
        }
        return cookies.code(cookie, caseNumber)
                .map(known -> page(200, caseNumber, known, done, FormErrors.none(), Typed.NOTHING))
                .orElseGet(() -> Html.page(200, Templates.ask(caseNumber, true, FormErrors.none())));
    }

    @POST
    @Path("/{caseNumber}/supplement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response supplement(@PathParam("caseNumber") String caseNumber, @RestForm String text,
            @CookieParam(TrackingCookie.NAME) String cookie) {
        return act(caseNumber, cookie, "supplement", Typed.text(text), code -> acts.supplement(caseNumber, code, text));
    }

    @POST
    @Path("/{caseNumber}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response withdraw(@PathParam("caseNumber") String caseNumber, @RestForm String reason,
            @CookieParam(TrackingCookie.NAME) String cookie) {
        return act(caseNumber, cookie, "withdraw", Typed.reason(reason), code -> acts.withdraw(caseNumber, code, reason));
    }

    @POST
    @Path("/{caseNumber}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PerAddress(value = "attach", calls = 120, minutes = 10)
    public Response attach(@PathParam("caseNumber") String caseNumber, @RestForm("file") List<FileUpload> files,
            @CookieParam(TrackingCookie.NAME) String cookie) {
        return act(caseNumber, cookie, "attach", Typed.NOTHING,
                code -> acts.attach(caseNumber, code, SentFile.of(files)));
    }

    @POST
    @Path("/{caseNumber}/rating")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response rate(@PathParam("caseNumber") String caseNumber, @RestForm String score, @RestForm String comment,
            @CookieParam(TrackingCookie.NAME) String cookie) {
        return act(caseNumber, cookie, "rating", Typed.rating(score, comment),
                code -> acts.rate(caseNumber, code, scoreOf(score), comment));
    }

    /** Null, which the rule refuses, for anything but one of the choices. */
    private static Integer scoreOf(String score) {
        return score != null && score.matches("[1-5]") ? Integer.valueOf(score) : null;
    }

    private Response openOrAskAgain(String number, String code) {
        String clean = TypedCode.plain(number);
        try {
            track.track(clean, code);
        } catch (Refusal refusal) {
            return Html.page(refusal.status(),
                    Templates.ask(clean, false, FormErrors.of(refusal)));
        }
        return Response.seeOther(URI.create(url.root() + "/track/" + clean)).cookie(cookies.with(clean, TypedCode.plain(code)))
                .build();
    }

    private Response act(String caseNumber, String cookie, String name, Typed typed, Act act) {
        String code = cookies.code(cookie, caseNumber).orElse(null);
        if (code == null) {
            return Html.page(404, Templates.ask(caseNumber, true, FormErrors.none()));
        }
        try {
            act.perform(code);
        } catch (Refusal refusal) {
            FormErrors errors = name.equals("attach") ? FormErrors.of(refusal, "file") : FormErrors.of(refusal);
            return page(refusal.status(), caseNumber, code, null, errors, typed);
        }
        return url.goTo("/track/" + caseNumber + "?done=" + name);
    }

    private Response page(int status, String caseNumber, String code, String done, FormErrors errors,
            Typed typed) {
        try {
            return Html.page(status,
                    Templates.show(track.track(caseNumber, code), done == null ? "" : done, errors, typed, SCORES));
        } catch (Refusal noLonger) {
            return Html.page(404, Templates.ask(caseNumber, false, FormErrors.of(noLonger)));
        }
    }
}
