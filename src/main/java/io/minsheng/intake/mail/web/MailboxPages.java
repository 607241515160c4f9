package io.minsheng.intake.mail.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
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

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.DecideMessage;
import io.minsheng.intake.mail.InboxState;
import io.minsheng.intake.mail.MailChoices;
import io.minsheng.intake.mail.ProcessMessages;
import io.minsheng.intake.mail.UploadMessage;
import io.minsheng.intake.mail.ViewMessages;
import io.minsheng.intake.mail.reading.MailCharsets;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.intake.mail.watch.MailboxStatus;
import io.minsheng.intake.mail.watch.Reconcile;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.ShownFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mailbox: every mail and what became of it, the comparison with the server, the source of a mail. */
@Path("/staff/mailbox")
@RolesAllowed("TRIAGE")
public class MailboxPages {

    private static final int SIZE = 50;
    private static final int SOURCE_BYTES = 200_000;

    private final ViewMessages view;
    private final MailboxStatus status;
    private final Reconcile reconcile;
    private final MessageActs acts;
    private final CurrentActor actor;
    private final PublicUrl url;

    MailboxPages(ViewMessages view, MailboxStatus status, Reconcile reconcile, MessageActs acts, CurrentActor actor,
            PublicUrl url) {
        this.view = view;
        this.status = status;
        this.reconcile = reconcile;
        this.acts = acts;
        this.actor = actor;
        this.url = url;
    }

    /** What can be done from the pages. */
    @jakarta.inject.Singleton
    static class MessageActs {

        private final UploadMessage upload;
        private final DecideMessage decide;
        private final ProcessMessages process;
        private final MailChoices choices;

        MessageActs(UploadMessage upload, DecideMessage decide, ProcessMessages process, MailChoices choices) {
            this.upload = upload;
            this.decide = decide;
            this.process = process;
            this.choices = choices;
        }
    }

    /** One state with its number. */
    public record Count(InboxState state, long messages) {
    }

    /** What the list shows besides its rows. */
    public record View(List<MailboxStatus.Status> mailboxes, List<Count> counts, String state, String q, String href,
            boolean full) {
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance list(View view, Page<ViewMessages.Row> page, FormErrors errors);

        static native TemplateInstance message(ViewMessages.Full message, Map<String, String> names, String task);

        static native TemplateInstance source(String id, String source, boolean cut);

        static native TemplateInstance reconciliation(Reconcile.Known known);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public TemplateInstance list(@QueryParam("state") String state, @QueryParam("q") String q,
            @QueryParam("page") Integer page) {
        return list(state, q, page, FormErrors.none());
    }

    private TemplateInstance list(String state, String q, Integer page, FormErrors errors) {
        InboxState wanted = Arrays.stream(InboxState.values()).filter(each -> each.name().equals(state)).findFirst()
                .orElse(null);
        Paging paging = Paging.of(page, SIZE, null, Map.of("receivedAt", "receivedAt"), "receivedAt,desc");
        List<Count> counts = view.byState().entrySet().stream().map(each -> new Count(each.getKey(), each.getValue()))
                .toList();
        String query = (wanted == null ? "" : "state=" + wanted + "&")
                + (q == null || q.isBlank() ? "" : "q=" + URLEncoder.encode(q, UTF_8) + "&");
        return Templates.list(
                new View(status.now(), counts, wanted == null ? "" : wanted.name(), q == null ? "" : q,
                        "/staff/mailbox?" + query, actor.get().has(io.minsheng.platform.actor.Role.TRIAGE)),
                view.page(wanted, q, paging, actor.get()), errors);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("file") FileUpload file, @RestForm String state, @RestForm String q) throws IOException {
        try {
            return to("/" + uploaded(file));
        } catch (Refusal refusal) {
            // the list stays narrowed down as it was
            return Response.status(refusal.status()).entity(list(state, q, null, FormErrors.of(refusal))).build();
        }
    }

    private String uploaded(FileUpload file) throws IOException {
        // a form that was sent without a file sends a nameless one
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            throw Refusal.invalid("file", "请选择 .eml 邮件文件。");
        }
        try (InputStream raw = Files.newInputStream(file.uploadedFile())) {
            return acts.upload.upload(raw, actor.get());
        }
    }

    @GET
    @Path("/reconciliation")
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public TemplateInstance reconciliation() {
        return Templates.reconciliation(reconcile.known());
    }

    /** Asks the servers now. */
    @POST
    @Path("/reconciliation")
    @RolesAllowed({ "TRIAGE", "ADMIN" })
    public Response reconcileNow() {
        reconcile.compare();
        return to("/reconciliation");
    }

    @GET
    @Path("/{id}")
    public TemplateInstance message(@PathParam("id") String id) {
        return Templates.message(view.full(id, actor.get()), acts.choices.names(), acts.decide.reviewTask(id).orElse(null));
    }

    @POST
    @Path("/{id}/retry")
    public Response retry(@PathParam("id") String id) {
        acts.decide.retry(id, actor.get());
        acts.process.process(id);
        return to("/" + id);
    }

    /** Every act on a mail is done on the page of its review task. */
    @POST
    @Path("/{id}/review")
    public Response review(@PathParam("id") String id) {
        return url.goTo("/staff/tasks/review/" + acts.decide.review(id, actor.get()));
    }

    @GET
    @Path("/{id}/source")
    public TemplateInstance source(@PathParam("id") String id) throws IOException {
        try (InputStream raw = view.raw(id, actor.get())) {
            byte[] bytes = raw.readNBytes(SOURCE_BYTES + 1);
            boolean cut = bytes.length > SOURCE_BYTES;
            return Templates.source(id, MailCharsets.guess(cut ? Arrays.copyOf(bytes, SOURCE_BYTES) : bytes), cut);
        }
    }

    @GET
    @Path("/{id}/raw")
    @Produces("message/rfc822")
    public Response raw(@PathParam("id") String id) {
        return Response.ok(view.raw(id, actor.get()), "message/rfc822")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".eml\"").build();
    }

    /** A file of the mail to keep; a photo or a scan also to look at. */
    @GET
    @Path("/{id}/files/{index}")
    public Response file(@PathParam("id") String id, @PathParam("index") int index, @QueryParam("inline") boolean inline) {
        ReadMail.Enclosure file = view.file(id, index, actor.get());
        return file.scan().filter(kind -> inline && kind.shown())
                .map(kind -> ShownFile.of(file.name(), kind.mediaType(), file.content().length,
                        new ByteArrayInputStream(file.content())))
                .orElseGet(() -> Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", ContentDisposition.of(false, file.name())))
                .build();
    }

    private Response to(String path) {
        return url.goTo("/staff/mailbox" + path);
    }
}
