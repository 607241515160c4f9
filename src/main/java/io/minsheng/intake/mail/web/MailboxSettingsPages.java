package io.minsheng.intake.mail.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.CheckMailbox;
import io.minsheng.intake.mail.KeepMailboxes;
import io.minsheng.intake.mail.MailboxForm;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;
import io.minsheng.intake.mail.watch.MailboxStatus;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mailboxes that are read, for administrators: add, try out, change, remove. */
@Path("/staff/admin/mailboxes")
@RolesAllowed("ADMIN")
public class MailboxSettingsPages {

    private final KeepMailboxes keep;
    private final CheckMailbox check;
    private final MailboxStatus status;
    private final CurrentActor actor;
    private final PublicUrl url;

    MailboxSettingsPages(KeepMailboxes keep, CheckMailbox check, MailboxStatus status, CurrentActor actor, PublicUrl url) {
        this.keep = keep;
        this.check = check;
        this.status = status;
        this.actor = actor;
        this.url = url;
    }

    /** A mailbox with how it fares. */
    public record Row(Mailbox mailbox, MailboxStatus.Status status) {
    }

    /** The lists of the form, and the id of the mailbox that it changes; null for a new one. */
    public record Form(String id, Posted typed, FormErrors errors, CheckMailbox.Finding finding) {

        public List<Choice> securities() {
            return Arrays.stream(Security.values()).map(each -> new Choice(each.name(), each.label())).toList();
        }

        public List<Choice> profiles() {
            return Arrays.stream(Profile.values()).map(each -> new Choice(each.name(), each.label())).toList();
        }

        public List<Choice> afterwards() {
            return Arrays.stream(Afterwards.values()).map(each -> new Choice(each.name(), each.label())).toList();
        }
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance mailboxes(List<Row> rows, CheckMailbox.Finding finding, String tested, String done);

        static native TemplateInstance mailbox(Form form);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("done") String done) {
        return Templates.mailboxes(rows(), null, null, done == null ? null : switch (done) {
            case "kept" -> "邮箱已保存。";
            case "removed" -> "邮箱已移除，已收到的邮件都保留。";
            default -> null;
        });
    }

    @POST
    @Path("/{id}/test")
    public TemplateInstance test(@PathParam("id") String id) {
        Mailbox tested = keep.byId(id, actor.get());
        return Templates.mailboxes(rows(), check.check(id, actor.get()), tested.name(), null);
    }

    @GET
    @Path("/new")
    public TemplateInstance form() {
        return Templates.mailbox(new Form(null, Posted.none().with("security", "TLS").with("profile", "QQ")
                .with("folder", "INBOX").with("pollSeconds", "120").with("afterwards", "NOTHING").with("active", "true"),
                FormErrors.none(), null));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> sent) {
        return done(null, Posted.of(sent), () -> keep.add(read(Posted.of(sent)), actor.get()));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance form(@PathParam("id") String id) {
        Mailbox mailbox = keep.byId(id, actor.get());
        if (mailbox.configured()) {
            throw Refusal.conflict("这个邮箱由环境变量 MINSHENG_MAILBOX_… 设定，不能在这里修改。");
        }
        Posted typed = Posted.none().with("host", mailbox.server().host())
                .with("port", String.valueOf(mailbox.server().port()))
                .with("security", mailbox.server().security().name()).with("profile", mailbox.server().profile().name())
                .with("username", mailbox.name()).with("folder", mailbox.folder())
                .with("pollSeconds", String.valueOf(mailbox.habits().interval().toSeconds()))
                .with("afterwards", mailbox.habits().afterwards().name())
                .orElse("moveTo", mailbox.habits().moveTo());
        return Templates.mailbox(new Form(id, mailbox.habits().active() ? typed.with("active", "true") : typed,
                FormErrors.none(), null));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return done(id, Posted.of(sent), () -> keep.change(id, read(Posted.of(sent)), actor.get()));
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") String id) {
        keep.remove(id, actor.get());
        return to("removed");
    }

    /** Tries out what is typed, or keeps it, depending on the button. */
    private Response done(String id, Posted typed, Supplier<Mailbox> act) {
        try {
            if (typed.has("act", "test")) {
                return page(200, new Form(id, typed, FormErrors.none(), check.check(read(typed), id, actor.get())));
            }
            act.get();
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return page(400, new Form(id, typed, FormErrors.of(refusal), null));
        }
        return to("kept");
    }

    private static MailboxForm read(Posted typed) {
        return new MailboxForm(typed.at("host"), typed.number("port"), one(Security.class, typed.at("security"), "security"),
                one(Profile.class, typed.at("profile"), "profile"), typed.at("username"), typed.at("password"),
                typed.at("folder"), typed.number("pollSeconds"), one(Afterwards.class, typed.at("afterwards"), "afterwards"),
                typed.at("moveTo"), typed.has("active", "true"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name, String field) {
        return name == null ? null
                : Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst()
                        .orElseThrow(() -> Refusal.invalid(field, "请从列表中选择。"));
    }

    private List<Row> rows() {
        List<MailboxStatus.Status> all = status.now();
        return keep.all(actor.get()).stream().map(each -> new Row(each,
                all.stream().filter(one -> one.id().equals(each.id())).findFirst().orElse(null))).toList();
    }

    private static Response page(int status, Form form) {
        return Html.page(status, Templates.mailbox(form));
    }

    private Response to(String done) {
        return url.goTo("/staff/admin/mailboxes?done=" + done);
    }
}
