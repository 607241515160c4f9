package io.minsheng.publication.web;

import jakarta.ws.rs.core.Response;

import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.publication.OpenAnnex.Opened;

/** A file of a publication, always as a download: nothing in it runs in the browser. */
final class AnnexDownload {

    private AnnexDownload() {
    }

    static Response of(Opened file) {
        return Response.ok(file.content(), file.mediaType()).header("Content-Length", file.size())
                .header("Content-Disposition", ContentDisposition.of(false, file.name())).build();
    }
}
