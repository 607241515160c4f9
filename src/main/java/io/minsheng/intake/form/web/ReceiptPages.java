package io.minsheng.intake.form.web;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.InTurn;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.AddAttachment;
import io.minsheng.proposal.SentFile;
import io.quarkus.qute.TemplateInstance;

/**
 * Receipt, slip and files. Number and code come as fields of a form, never in an address, so that no log and no
 * history keeps them.
 */
@Path("/receipt")
public class ReceiptPages {

    private final ReceiptView view;
    private final AddAttachment addAttachment;
    private final PublicUrl url;

    ReceiptPages(ReceiptView view, AddAttachment addAttachment, PublicUrl url) {
        this.view = view;
        this.addAttachment = addAttachment;
        this.url = url;
    }

    @GET
    public Response withoutCode() {
        return url.goTo("/track");
    }

    @GET
    @Path("/slip")
    public Response slipWithoutCode() {
        return withoutCode();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    @InTurn
    public Response again(@RestForm String number, @RestForm String code) {
        return Html.page(200, view.page(number, code, false, FormErrors.none()));
    }

    @POST
    @Path("/slip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "code", calls = 120, minutes = 1)
    public TemplateInstance slip(@RestForm String number, @RestForm String code) {
        return view.slip(number, code);
    }

    @POST
    @Path("/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PerAddress(value = "attach", calls = 120, minutes = 10)
    public Response attach(@RestForm String number, @RestForm String code, @RestForm("file") List<FileUpload> files) {
        try {
            addAttachment.fromAuthor(number, code, SentFile.of(files));
            return Html.page(200, view.page(number, code, false, FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), view.page(number, code, false, FormErrors.of(refusal, "file")));
        }
    }
}
