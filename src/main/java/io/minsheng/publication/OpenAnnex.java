package io.minsheng.publication;

import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.file.StoredFiles;

/** Opens a file of a publication: for the office that of a draft, for everyone what was released. */
@ApplicationScoped
public class OpenAnnex {

    private final Annexes annexes;
    private final StoredFiles files;

    OpenAnnex(Annexes annexes, StoredFiles files) {
        this.annexes = annexes;
        this.files = files;
    }

    /** A file, read while it is consumed. */
    public record Opened(String name, String mediaType, long size, InputStream content) {
    }

    /** @throws Refusal 404 */
    @Transactional
    public Opened ofList(String list, String id) {
        return open(annexes.find(list, id).orElse(null));
    }

    /**
     * What any released version of the campaign holds.
     *
     * @throws Refusal 404 unknown or not released, without a difference
     */
    @Transactional
    public Opened released(String campaign, String id) {
        return open(annexes.released(campaign, id).orElse(null));
    }

    private Opened open(Annex annex) {
        if (annex == null) {
            throw Refusal.notFound("没有这个附件。");
        }
        if (annex.file().erased()) {
            throw Refusal.notFound("这个附件含有个人信息，已经遮盖，不能下载。");
        }
        return new Opened(annex.file().name(), annex.file().mediaType(), annex.file().size(), files.open(annex.file().id()));
    }
}
