package io.minsheng.correspondence.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.correspondence.DecideMail;
import io.minsheng.correspondence.DecideMail.Decision;
import io.minsheng.correspondence.ListMails;
import io.minsheng.correspondence.MailState;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The outbox with its states, and the decision about mails of which nobody knows whether they arrived. */
@Path("/staff/outbox")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class OutboxPages {

    private static final int SIZE = 50;

    private final ListMails mails;
    private final DecideMail decide;
    private final CurrentActor actor;
    private final PublicUrl url;

    OutboxPages(ListMails mails, DecideMail decide, CurrentActor actor, PublicUrl url) {
        this.mails = mails;
        this.decide = decide;
        this.actor = actor;
        this.url = url;
    }

    /** What the page shows besides the rows. */
    public record View(String state, List<Choice> states, List<ListMails.Count> counts, boolean sending, String href) {
    }

    @CheckedTemplate(basePath = "correspondence")
    static class Templates {
        static native TemplateInstance outbox(View view, Page<ListMails.Row> page, String decided, Posted form,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("page") Integer page) {
        return page(state, page, "", Posted.none(), FormErrors.none());
    }

    @POST
    @Path("/{id}")
    public Object decide(@PathParam("id") String id, @FormParam("decision") String decision,
            @FormParam("reason") String reason, @FormParam("state") String state, @FormParam("page") Integer page) {
        try {
            decide.decide(id, parsed(Decision.class, decision), reason, actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            Posted form = Posted.none().orElse("decision", decision).orElse("reason", reason);
            return Response.status(400)
                    .entity(page(state, page, id, form, FormErrors.of(refusal, id, Set.of("decision", "reason")))).build();
        }
        MailState shown = parsed(MailState.class, state);
        return Response.seeOther(URI.create(url.to("/staff/outbox" + (shown == null ? "" : "?state=" + shown)))).build();
    }

    /** @param decided the mail whose form is shown again */
    private TemplateInstance page(String state, Integer page, String decided, Posted form, FormErrors errors) {
        MailState wanted = parsed(MailState.class, state);
        Paging paging = Paging.of(page, SIZE, null, Map.of("createdAt", "createdAt"), "createdAt,desc");
        View view = new View(wanted == null ? "" : wanted.name(),
                Arrays.stream(MailState.values()).map(each -> new Choice(each.name(), each.label())).toList(), mails.counts(),
                mails.sending(), "/staff/outbox?" + (wanted == null ? "" : "state=" + wanted + "&"));
        return Templates.outbox(view, mails.page(wanted, paging), decided, form, errors);
    }

    private static <E extends Enum<E>> E parsed(Class<E> type, String name) {
        return name == null ? null
                : Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
}
