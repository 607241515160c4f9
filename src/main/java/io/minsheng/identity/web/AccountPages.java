package io.minsheng.identity.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.Account;
import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.KeepAccounts;
import io.minsheng.identity.NewAccount;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The accounts of the staff, for administrators. */
@Path("/staff/admin/accounts")
@RolesAllowed("ADMIN")
public class AccountPages {

    private final KeepAccounts keepAccounts;
    private final Organisations organisations;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    AccountPages(KeepAccounts keepAccounts, Organisations organisations, CurrentActor actor, PublicUrl url,
            InstantSource clock) {
        this.keepAccounts = keepAccounts;
        this.organisations = organisations;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    /** What was typed; the password is never shown again. */
    @TemplateData
    public static class Form {
        @FormParam("username")
        String username;
        @FormParam("displayName")
        String displayName;
        @FormParam("organisation")
        String organisation;
        @FormParam("roles")
        List<String> roles = List.of();
        @FormParam("password")
        String password;

        public String username() {
            return username;
        }

        public String displayName() {
            return displayName;
        }

        public String organisation() {
            return organisation;
        }

        public boolean has(Role role) {
            return roles != null && roles.contains(role.name());
        }

        NewAccount account() {
            Set<Role> wanted = EnumSet.noneOf(Role.class);
            Arrays.stream(Role.values()).filter(this::has).forEach(wanted::add);
            return new NewAccount(username == null ? null : username.strip(), displayName,
                    organisation == null || organisation.isBlank() ? null : organisation, wanted, password);
        }
    }

    /** An account in the list. */
    @TemplateData
    public record Row(String id, String username, String displayName, String roles, String organisation, boolean active,
            boolean locked, boolean own) {
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance accounts(List<Row> rows, Form form, List<Choice> organisations, Role[] roles,
                FormErrors errors, String notice);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("done") String done) {
        return page(new Form(), FormErrors.none(), done == null ? null : switch (done) {
            case "created" -> "账号已创建。请当面把初始密码交给本人。";
            case "deactivated" -> "账号已停用，正在使用的会话同时失效。";
            case "activated" -> "账号已启用。";
            default -> null;
        });
    }

    @POST
    public Object create(@BeanParam Form form) {
        try {
            keepAccounts.create(form.account(), actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(page(form, FormErrors.of(refusal), null)).type("text/html;charset=UTF-8")
                    .build();
        }
        return to("created");
    }

    @POST
    @Path("/{id}/deactivate")
    public Response deactivate(@PathParam("id") String id) {
        keepAccounts.activate(id, false, actor.get());
        return to("deactivated");
    }

    @POST
    @Path("/{id}/activate")
    public Response activate(@PathParam("id") String id) {
        keepAccounts.activate(id, true, actor.get());
        return to("activated");
    }

    private TemplateInstance page(Form form, FormErrors errors, String notice) {
        List<Choice> choices = organisations.inOrder().stream().map(each -> new Choice(each.code(), each.shortName()))
                .toList();
        return Templates.accounts(keepAccounts.all().stream().map(this::row).toList(), form, choices, Role.values(), errors,
                notice);
    }

    private Row row(Account account) {
        String roles = String.join("、", account.roles().stream().map(Role::label).toList());
        return new Row(account.id(), account.username(), account.displayName(), roles,
                organisations.shortName(account.organisation()), account.active(), account.lockedAt(clock.instant()),
                account.username().equals(actor.get().username()));
    }

    private Response to(String done) {
        return url.goTo("/staff/admin/accounts?done=" + done);
    }
}
