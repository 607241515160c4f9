package io.minsheng.tracking.web;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Contact;
import io.minsheng.tracking.AskAboutOwnData;
import io.minsheng.tracking.DataRequest;
import io.minsheng.tracking.DataRequest.Kind;
import io.minsheng.tracking.OwnData;
import io.minsheng.tracking.SeeOwnData;
import io.minsheng.tracking.SentDataRequest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** 我的个人信息: what is stored about the person who has number and code, and the request to see, correct or erase it. */
@Path("/track/{caseNumber}/data")
public class OwnDataPages {

    private final AskAboutOwnData ask;
    private final SeeOwnData see;
    private final TrackingCookie cookies;
    private final PublicUrl url;

    OwnDataPages(AskAboutOwnData ask, SeeOwnData see, TrackingCookie cookies, PublicUrl url) {
        this.ask = ask;
        this.see = see;
        this.cookies = cookies;
        this.url = url;
    }

    @CheckedTemplate(basePath = "tracking")
    static class Templates {
        static native TemplateInstance data(String caseNumber, List<DataRequest> requests, boolean visible, boolean asked,
                List<Kind> kinds, Kind kind, Posted form, FormErrors errors);

        static native TemplateInstance dataAll(String caseNumber, OwnData data);

        private Templates() {
        }
    }

    /** What is shown to a person who has opened the case in this browser. */
    private interface Shown {
        Response to(String code);
    }

    @GET
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response show(@PathParam("caseNumber") String caseNumber, @QueryParam("kind") String kind,
            @QueryParam("asked") String asked, @CookieParam(TrackingCookie.NAME) String cookie) {
        return opened(caseNumber, cookie,
                code -> page(200, caseNumber, code, asked != null, kind(kind), Posted.none(), FormErrors.none()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "data", calls = 60, minutes = 10)
    public Response ask(@PathParam("caseNumber") String caseNumber, MultivaluedMap<String, String> sent,
            @CookieParam(TrackingCookie.NAME) String cookie) {
        Posted form = Posted.of(sent);
        return opened(caseNumber, cookie, code -> {
            try {
                ask.ask(caseNumber, code, new SentDataRequest(form.at("kind"), form.at("words"),
                        new Contact(form.at("name"), form.at("phone"), form.at("email"), form.at("address")),
                        form.has("understood", "true")));
            } catch (Refusal refusal) {
                return page(refusal.status(), caseNumber, code, false, kind(form.at("kind")), form, FormErrors.of(refusal));
            }
            return url.goTo("/track/" + caseNumber + "/data?asked=1");
        });
    }

    /** The whole of it, to read and to print. */
    @GET
    @Path("/all")
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response all(@PathParam("caseNumber") String caseNumber, @CookieParam(TrackingCookie.NAME) String cookie) {
        return opened(caseNumber, cookie, code -> Html.page(200, Templates.dataAll(caseNumber, see.see(caseNumber, code))));
    }

    /** The whole of it, to take along to somebody else (个人信息保护法 45). */
    @GET
    @Path("/download")
    @Produces(MediaType.APPLICATION_JSON)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public Response download(@PathParam("caseNumber") String caseNumber, @CookieParam(TrackingCookie.NAME) String cookie) {
        return opened(caseNumber, cookie, code -> Response.ok(see.see(caseNumber, code), MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"personal-data.json\"").build());
    }

    private Response opened(String caseNumber, String cookie, Shown shown) {
        // the page of the case asks for the code
        return cookies.code(cookie, caseNumber).map(shown::to)
                .orElseGet(
                        () -> Response.seeOther(UriBuilder.fromPath(url.root() + "/track/{number}").build(caseNumber)).build());
    }

    private Response page(int status, String caseNumber, String code, boolean asked, Kind kind, Posted form,
            FormErrors errors) {
        return Html.page(status,
                Templates.data(caseNumber, ask.askedBy(caseNumber, code), see.until(caseNumber, code).isPresent(),
                        asked, List.of(Kind.values()), kind, form, errors));
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
}
