package io.minsheng.intake.mail.api;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.CheckMailbox;
import io.minsheng.intake.mail.KeepMailboxes;
import io.minsheng.intake.mail.MailboxForm;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;
import io.minsheng.platform.error.Refusal;

/** The mailboxes that are read. No call ever gives a password. */
@Path("/api/v1/mailbox/accounts")
@RolesAllowed("ADMIN")
public class MailboxAccountResource {

    private final KeepMailboxes keep;
    private final CheckMailbox check;
    private final CurrentActor actor;

    MailboxAccountResource(KeepMailboxes keep, CheckMailbox check, CurrentActor actor) {
        this.keep = keep;
        this.check = check;
        this.actor = actor;
    }

    /** A mailbox; {@code configured}: named by the environment and not to be changed here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(String id, String host, int port, Security security, Profile profile, String username,
            String folder, long pollSeconds, Afterwards afterwards, String moveTo, boolean active, boolean configured) {

        static Account of(Mailbox mailbox) {
            return new Account(mailbox.id(), mailbox.server().host(), mailbox.server().port(), mailbox.server().security(),
                    mailbox.server().profile(), mailbox.name(), mailbox.folder(), mailbox.habits().interval().toSeconds(),
                    mailbox.habits().afterwards(), mailbox.habits().moveTo(), mailbox.habits().active(),
                    mailbox.configured());
        }
    }

    @GET
    public List<Account> list() {
        return keep.all(actor.get()).stream().map(Account::of).toList();
    }

    @POST
    public Response add(MailboxForm form) {
        Account account = Account.of(keep.add(needed(form), actor.get()));
        return Response.created(URI.create("/api/v1/mailbox/accounts/" + account.id())).entity(account).build();
    }

    @GET
    @Path("/{id}")
    public Account get(@PathParam("id") String id) {
        return Account.of(keep.byId(id, actor.get()));
    }

    @PUT
    @Path("/{id}")
    public Account change(@PathParam("id") String id, MailboxForm form) {
        return Account.of(keep.change(id, needed(form), actor.get()));
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        keep.remove(id, actor.get());
    }

    /** Tries it out; what is wrong is told in {@code words}. */
    @POST
    @Path("/{id}/test")
    public CheckMailbox.Finding test(@PathParam("id") String id) {
        return check.check(id, actor.get());
    }

    /** Tries settings out that are not kept. */
    @POST
    @Path("/test")
    public CheckMailbox.Finding test(MailboxForm form) {
        return check.check(needed(form), null, actor.get());
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
