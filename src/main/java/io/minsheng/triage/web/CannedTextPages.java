package io.minsheng.triage.web;

import java.util.List;

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
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.triage.CannedText;
import io.minsheng.triage.CannedText.Kind;
import io.minsheng.triage.CannedTexts;
import io.minsheng.triage.KeepCannedTexts;
import io.minsheng.triage.KeepCannedTexts.Wanted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The texts that triage starts from: a list, and a form for a new one or the one that is changed. */
@Path("/staff/canned-texts")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class CannedTextPages {

    private static final String PATH = "/staff/canned-texts";

    private final CannedTexts texts;
    private final KeepCannedTexts keep;
    private final CurrentActor actor;
    private final PublicUrl url;

    CannedTextPages(CannedTexts texts, KeepCannedTexts keep, CurrentActor actor, PublicUrl url) {
        this.texts = texts;
        this.keep = keep;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "triage")
    static class Templates {
        static native TemplateInstance cannedTexts(List<CannedText> texts, List<Choice> kinds, CannedText changed, Posted form,
                FormErrors errors, String notice);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("kind") String kind, @QueryParam("done") String done) {
        return page(null, Posted.none().orElse("kind", kind), FormErrors.none(), done == null ? null : switch (done) {
            case "kept" -> "常用语已保存。";
            case "removed" -> "常用语已删除；以前写给建议人的不受影响。";
            default -> null;
        });
    }

    @GET
    @Path("/{id}")
    public TemplateInstance edit(@PathParam("id") String id) {
        CannedText text = find(id);
        return page(text, Posted.none().orElse("label", text.label()).orElse("text", text.body()).orElse("position",
                String.valueOf(text.position())), FormErrors.none(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        try {
            keep.add(wanted(form), actor.get());
        } catch (Refusal refusal) {
            return again(refusal, null, form);
        }
        return to("kept");
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        try {
            keep.change(id, wanted(form), actor.get());
        } catch (Refusal refusal) {
            return again(refusal, find(id), form);
        }
        return to("kept");
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") String id) {
        keep.remove(id, actor.get());
        return to("removed");
    }

    private static Wanted wanted(Posted form) {
        Kind kind = List.of(Kind.values()).stream().filter(each -> each.name().equals(form.at("kind"))).findFirst()
                .orElse(null);
        return new Wanted(kind, form.at("label"), form.at("text"), form.number("position"));
    }

    private CannedText find(String id) {
        return texts.inOrder().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这条常用语。"));
    }

    private Response again(Refusal refusal, CannedText changed, Posted form) {
        if (refusal.status() != 400 && refusal.status() != 409) {
            throw refusal;
        }
        return Response.status(refusal.status()).type("text/html;charset=UTF-8")
                .entity(page(changed, form, FormErrors.of(refusal), null)).build();
    }

    private TemplateInstance page(CannedText changed, Posted form, FormErrors errors, String notice) {
        List<Choice> kinds = List.of(Kind.values()).stream().map(each -> new Choice(each.name(), each.label())).toList();
        return Templates.cannedTexts(texts.inOrder(), kinds, changed, form, errors, notice);
    }

    private Response to(String done) {
        return url.goTo(PATH + "?done=" + done);
    }
}
