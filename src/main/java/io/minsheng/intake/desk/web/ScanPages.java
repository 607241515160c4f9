package io.minsheng.intake.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.AcceptedFile;
import io.minsheng.platform.file.AttachmentRules;
import io.minsheng.platform.file.ScanKind;
import io.minsheng.platform.web.ShownFile;

/**
 * Gives a scan back to the clerk who is about to register it, checked as it will be then, to be looked at while typing.
 * Nothing is kept, and the policy of our pages need not be opened for what a browser would show by itself.
 */
@Path("/staff/desk/scan")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class ScanPages {

    private final AttachmentRules rules;

    ScanPages(AttachmentRules rules) {
        this.rules = rules;
    }

    /** Shows the first of the files. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response show(@RestForm(DeskForm.SCAN) List<FileUpload> scans) throws IOException {
        FileUpload first = scans.stream().filter(each -> each.size() > 0).findFirst().orElse(null);
        if (first == null) {
            return ShownFile.words(400, "还没有选择扫描件。");
        }
        AcceptedFile accepted;
        try (InputStream content = Files.newInputStream(first.uploadedFile())) {
            accepted = rules.accept(first.fileName(), content);
        } catch (Refusal refusal) {
            return ShownFile.words(refusal.status(), "“" + first.fileName() + "”不能作为扫描件：" + refusal.getMessage());
        }
        return ScanKind.ofChecked(accepted.kind().mediaType()).filter(ScanKind::shown)
                .map(kind -> ShownFile.of(accepted.name(), kind.mediaType(), accepted.content().length, accepted.stream())
                        .build())
                .orElseGet(() -> ShownFile.words(200, "“" + accepted.name() + "”不是照片或 PDF，不能在这里显示，登记时会一并保存。"));
    }
}
