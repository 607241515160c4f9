package io.minsheng.proposal.privacy.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.minsheng.proposal.privacy.PrivacyPart;
import io.minsheng.proposal.privacy.PrivacyWords;
import io.minsheng.proposal.privacy.PublishPrivacyNotice;

/** {@code /api/v1/privacy-notice}: for everyone to read, in any version; for the office to change. */
@Path("/api/v1/privacy-notice")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "个人信息保护说明")
public class PrivacyResource {

    private final PrivacyNotices notices;
    private final PublishPrivacyNotice publish;
    private final CurrentActor actor;

    PrivacyResource(PrivacyNotices notices, PublishPrivacyNotice publish, CurrentActor actor) {
        this.notices = notices;
        this.publish = publish;
        this.actor = actor;
    }

    /**
     * A version of the notice.
     *
     * @param parts the words by the name of their part; those named SHORT_… stand where people are asked
     */
    public record Notice(int version, OffsetDateTime since, Map<PrivacyPart, String> parts, List<Version> versions) {
    }

    /** One of all versions, newest first. */
    public record Version(int version, OffsetDateTime since) {
    }

    /**
     * The next version.
     *
     * @param version the one that was read
     * @param parts all of them
     * @param reason why it is changed
     */
    public record NewNotice(Integer version, Map<PrivacyPart, String> parts, String reason) {
    }

    /** @throws Refusal 404 no such version */
    @GET
    @Transactional
    @Operation(summary = "个人信息保护说明", description = "不带 version 时是现在的一版；以前的各版一直可以读。")
    public Notice show(@QueryParam("version") Integer version) {
        return answer(version == null ? notices.present() : notices.words(version));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "CHIEF", "ADMIN" })
    @Transactional
    @Operation(summary = "发布个人信息保护说明的新版", description = "各部分都要有。读到的 version 已经过时则为 409。")
    public Notice publish(NewNotice wanted) {
        if (wanted == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        if (wanted.version() == null) {
            throw Refusal.invalid("version", "请提供读取时的 version。");
        }
        return answer(publish.publish(wanted.version(), wanted.parts(), wanted.reason(), actor.get()));
    }

    private Notice answer(PrivacyWords words) {
        return new Notice(words.version(), Shanghai.iso(words.since()), words.parts(), notices.versions().stream()
                .map(each -> new Version(each.version(), Shanghai.iso(each.since()))).toList());
    }
}
