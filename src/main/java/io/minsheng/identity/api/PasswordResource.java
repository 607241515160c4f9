package io.minsheng.identity.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.ChangeOwnPassword;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.quarkus.security.Authenticated;

/** The own password, for programs that keep one. */
@Path("/api/v1/account/password")
@Authenticated
@Tag(name = "账号")
public class PasswordResource {

    private final ChangeOwnPassword changePassword;
    private final CurrentActor actor;

    PasswordResource(ChangeOwnPassword changePassword, CurrentActor actor) {
        this.changePassword = changePassword;
        this.actor = actor;
    }

    /** The present password and the wanted one. */
    public record Change(String old, String password) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "修改自己的密码", description = "成功后所有已登录的会话失效。")
    public void change(Change body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交内容。");
        }
        changePassword.change(body.old(), body.password(), body.password(), actor.get());
    }
}
