package io.minsheng.intake.mail.api;

import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.DecideMessage;
import io.minsheng.intake.mail.InboxState;
import io.minsheng.intake.mail.ProcessMessages;
import io.minsheng.intake.mail.ReviewForm;
import io.minsheng.intake.mail.UploadMessage;
import io.minsheng.intake.mail.ViewMessages;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.intake.mail.watch.Reconcile;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;

/** The mailbox: what came in, what became of it, and a person's decision. */
@Path("/api/v1/mailbox")
@RolesAllowed("TRIAGE")
public class MailboxResource {

    private final ViewMessages view;
    private final UploadMessage upload;
    private final DecideMessage decide;
    private final ProcessMessages process;
    private final Reconcile reconcile;
    private final CurrentActor actor;

    MailboxResource(ViewMessages view, UploadMessage upload, DecideMessage decide, ProcessMessages process,
            Reconcile reconcile, CurrentActor actor) {
        this.view = view;
        this.upload = upload;
        this.decide = decide;
        this.process = process;
        this.reconcile = reconcile;
        this.actor = actor;
    }

    /** A row; without sender, subject and names of attachments for ADMIN. */
    @JsonInclude(Include.NON_NULL)
    public record Message(String id, String mailbox, long uid, @JsonInclude(Include.ALWAYS) String messageId, String from,
            String subject, OffsetDateTime receivedAt, long size, InboxState state,
            @JsonInclude(Include.ALWAYS) String reason, List<String> cases, List<String> attachments) {

        static Message of(ViewMessages.Row row) {
            return new Message(row.id(), row.mailbox(), row.uid(), row.messageId(), row.from(), row.subject(),
                    Shanghai.iso(row.receivedAt()), row.size(), row.state(), row.reason(), row.cases(), row.attachments());
        }
    }

    /** A row with what could be read. */
    @JsonInclude(Include.NON_NULL)
    public record FullMessage(String id, String mailbox, long uid, @JsonInclude(Include.ALWAYS) String messageId, String from,
            String subject, OffsetDateTime receivedAt, long size, InboxState state,
            @JsonInclude(Include.ALWAYS) String reason, List<String> cases, List<String> attachments, String text,
            List<String> flags, List<Suggestion> suggestions) {

        static FullMessage of(ViewMessages.Full full) {
            ViewMessages.Row row = full.row();
            return new FullMessage(row.id(), row.mailbox(), row.uid(), row.messageId(), row.from(), row.subject(),
                    Shanghai.iso(row.receivedAt()), row.size(), row.state(), row.reason(), row.cases(), row.attachments(),
                    full.mail().text(), full.mail().flags(), full.suggestions());
        }
    }

    /** Why a mail is discarded. */
    public record Discard(String reason) {
    }

    /** The case to which a mail belongs. */
    public record Attach(String caseNumber) {
    }

    /** What the servers had at a moment ago and what is stored; {@code missing} are UIDs. */
    public record Reconciliation(Integer server, long stored, List<Long> missing, Map<InboxState, Long> byState,
            List<Reconcile.OfMailbox> mailboxes, OffsetDateTime comparedAt) {

        static Reconciliation of(Reconcile.Comparison made) {
            return new Reconciliation(made.server(), made.stored(), made.missing(), made.byState(), made.mailboxes(),
                    Shanghai.iso(made.at()));
        }
    }

    @GET
    @Path("/messages")
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public Page<Message> list(@QueryParam("state") String state, @QueryParam("q") String q, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        Paging paging = Paging.of(page, size, sort, Map.of("receivedAt", "receivedAt", "size", "size"), "receivedAt,desc");
        return view.page(state(state), q, paging, actor.get()).map(Message::of);
    }

    @POST
    @Path("/messages")
    @Consumes("message/rfc822")
    public Response upload(InputStream raw) {
        String id = upload.upload(raw, actor.get());
        return Response.status(Response.Status.CREATED).entity(Message.of(view.row(id, actor.get()))).build();
    }

    @GET
    @Path("/messages/{id}")
    public FullMessage full(@PathParam("id") String id) {
        return FullMessage.of(view.full(id, actor.get()));
    }

    @GET
    @Path("/messages/{id}/raw")
    @Produces({ "message/rfc822", MediaType.APPLICATION_JSON })
    public Response raw(@PathParam("id") String id) {
        InputStream raw = view.raw(id, actor.get());
        return Response.ok(raw, "message/rfc822").header("Content-Disposition", "attachment; filename=\"" + id + ".eml\"")
                .build();
    }

    /** A file of the mail, counted from 0 in the order of {@code attachments}; logged. */
    @GET
    @Path("/messages/{id}/files/{index}")
    @Produces({ MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON })
    public Response file(@PathParam("id") String id, @PathParam("index") int index) {
        ReadMail.Enclosure file = view.file(id, index, actor.get());
        return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", ContentDisposition.of(false, file.name())).build();
    }

    @POST
    @Path("/messages/{id}/retry")
    public Message retry(@PathParam("id") String id) {
        decide.retry(id, actor.get());
        process.process(id);
        return Message.of(view.row(id, actor.get()));
    }

    /** Gives it to a person: a review task waits for it then. */
    @POST
    @Path("/messages/{id}/review")
    public Message review(@PathParam("id") String id) {
        decide.review(id, actor.get());
        return Message.of(view.row(id, actor.get()));
    }

    @POST
    @Path("/messages/{id}/discard")
    public Message discard(@PathParam("id") String id, Discard body) {
        return decided(id, ReviewForm.ignore(needed(body).reason()));
    }

    @POST
    @Path("/messages/{id}/case")
    public Message makeCase(@PathParam("id") String id, ReviewForm body) {
        return decided(id, needed(body).with("CASE"));
    }

    @POST
    @Path("/messages/{id}/attach")
    public Message attach(@PathParam("id") String id, Attach body) {
        return decided(id, ReviewForm.attach(needed(body).caseNumber()));
    }

    /** The comparison of a moment ago, if nothing has changed here since; else a new one. */
    @GET
    @Path("/reconciliation")
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public Reconciliation reconciliation() {
        return Reconciliation.of(reconcile.recent());
    }

    /** Asks the servers now. */
    @POST
    @Path("/reconciliation")
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public Reconciliation reconcileNow() {
        return Reconciliation.of(reconcile.compare());
    }

    private Message decided(String id, ReviewForm form) {
        decide.decide(id, form, actor.get());
        return Message.of(view.row(id, actor.get()));
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }

    private static InboxState state(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(InboxState.values()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.invalid("state", "没有这个状态。"));
    }
}
